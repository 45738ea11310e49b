package io.entente.registry.server;

import static io.entente.registry.server.RegistryRoutes.answer;
import static io.entente.registry.server.RegistryRoutes.get;
import static io.entente.registry.server.RegistryRoutes.object;
import static io.entente.registry.server.RequestParams.flag;
import static io.entente.registry.server.RequestParams.newSubject;
import static io.entente.registry.server.RequestParams.subject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** The REST API's paths for configuration and modes, of a subject and of all. */
final class PolicyRoutes {
    private final SchemaStore store;
    private final SubjectPolicies policies;

    PolicyRoutes(SchemaStore store) {
        this.store = store;
        this.policies = store.policies();
    }

    void addTo(RoutesConfig routes) {
        addConfig(routes);
        addModes(routes);
    }

    private void addConfig(RoutesConfig routes) {
        get(routes, "/config", context -> answer(context, policies.globalConfig()));
        routes.put("/config", context -> configure(context, null));
        routes.delete("/config", context -> answer(context, policies.removeConfig(null)));
        get(
                routes,
                "/config/{subject}",
                context -> answer(context, policies.config(subject(context), flag(context, "defaultToGlobal"))));
        routes.put("/config/{subject}", context -> configure(context, newSubject(context)));
        routes.delete("/config/{subject}", context -> answer(context, policies.removeConfig(subject(context))));
    }

    private void addModes(RoutesConfig routes) {
        get(routes, "/mode", context -> answer(context, mode(policies.globalMode())));
        routes.put("/mode", context -> setMode(context, null));
        routes.delete("/mode", context -> answer(context, mode(policies.removeMode(null))));
        get(
                routes,
                "/mode/{subject}",
                context -> answer(context, mode(policies.mode(subject(context), flag(context, "defaultToGlobal")))));
        routes.put("/mode/{subject}", context -> setMode(context, newSubject(context)));
        routes.delete("/mode/{subject}", context -> answer(context, mode(policies.removeMode(subject(context)))));
    }

    private void configure(Context context, @Nullable String subject) {
        JsonNode body = RequestParams.body(context);
        JsonNode normalize = body.path("normalize");
        boolean normalizeOnly = normalize.isBoolean() && !body.hasNonNull("compatibility");
        Level level =
                normalizeOnly ? null : Level.parse(body.path("compatibility").asText());
        policies.configure(subject, level, normalize.isBoolean() ? normalize.asBoolean() : null);
        ObjectNode answer = object();
        if (level != null) {
            answer.put("compatibility", level.name());
        }
        if (normalize.isBoolean()) {
            answer.set("normalize", normalize);
        }
        answer(context, answer);
    }

    private void setMode(Context context, @Nullable String subject) {
        Mode mode = Mode.parse(RequestParams.body(context).path("mode").asText());
        store.setMode(subject, mode, flag(context, "force"));
        answer(context, mode(mode));
    }

    private static ObjectNode mode(Mode mode) {
        return object().put("mode", mode.name());
    }
}
