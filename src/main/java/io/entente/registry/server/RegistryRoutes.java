package io.entente.registry.server;

import static io.entente.registry.server.RequestParams.deleted;
import static io.entente.registry.server.RequestParams.flag;
import static io.entente.registry.server.RequestParams.id;
import static io.entente.registry.server.RequestParams.newSubject;
import static io.entente.registry.server.RequestParams.page;
import static io.entente.registry.server.RequestParams.prefix;
import static io.entente.registry.server.RequestParams.schema;
import static io.entente.registry.server.RequestParams.subject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.stream.Stream;

/** The REST API's paths for schemas and subjects: requests on one side, the store's rules on the other. */
final class RegistryRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUBJECT = "/subjects/{subject}";
    private static final String VERSION = SUBJECT + "/versions/{version}";

    private final SchemaStore store;

    RegistryRoutes(SchemaStore store) {
        this.store = store;
    }

    void addTo(RoutesConfig routes) {
        get(routes, "/", context -> answer(context, object()));
        get(routes, "/contexts", context -> answer(context, page(context, Stream.of("."))));
        addSchemas(routes);
        addSubjects(routes);
        addVersions(routes);
        addCompatibility(routes);
        new PolicyRoutes(store).addTo(routes);
    }

    /** Adds a path that answers HEAD as well, with the same status. */
    static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private void addSchemas(RoutesConfig routes) {
        get(routes, "/schemas", this::schemas);
        get(routes, "/schemas/types", context -> answer(context, List.of("AVRO")));
        get(routes, "/schemas/ids/{id}", this::schemaById);
        get(
                routes,
                "/schemas/ids/{id}/schema",
                context -> raw(context, store.withId(id(context)).get(0)));
        get(
                routes,
                "/schemas/ids/{id}/subjects",
                context -> answer(
                        context,
                        page(context, uses(context).map(SchemaRecord::subject).distinct())));
        get(
                routes,
                "/schemas/ids/{id}/versions",
                context -> answer(context, page(context, uses(context).map(use -> object().put("subject", use.subject())
                        .put("version", use.version())))));
    }

    private void addSubjects(RoutesConfig routes) {
        get(
                routes,
                "/subjects",
                context -> answer(context, page(context, store.subjects(prefix(context), deleted(context)).stream())));
        routes.post(SUBJECT, this::lookUp);
        routes.delete(
                SUBJECT, context -> answer(context, store.deleteSubject(subject(context), flag(context, "permanent"))));
    }

    private void addVersions(RoutesConfig routes) {
        get(
                routes,
                SUBJECT + "/versions",
                context -> answer(
                        context,
                        page(
                                context,
                                store.versionsOf(subject(context), deleted(context)).stream()
                                        .map(SchemaRecord::version))));
        routes.post(SUBJECT + "/versions", this::register);
        get(routes, VERSION, context -> answer(context, version(context).answer()));
        get(routes, VERSION + "/schema", context -> raw(context, version(context)));
        get(
                routes,
                VERSION + "/referencedby",
                context -> answer(
                        context,
                        page(context, store.referringTo(subject(context), RequestParams.version(context)).stream())));
        routes.delete(
                VERSION,
                context -> answer(
                        context,
                        store.deleteVersion(
                                subject(context), RequestParams.version(context), flag(context, "permanent"))));
    }

    private void addCompatibility(RoutesConfig routes) {
        routes.post(
                "/compatibility" + SUBJECT + "/versions",
                context -> compatible(context, store.problems(subject(context), schema(context))));
        routes.post(
                "/compatibility" + VERSION,
                context -> compatible(
                        context, store.problems(subject(context), schema(context), RequestParams.version(context))));
    }

    private void schemas(Context context) {
        Stream<SchemaRecord> all = store.all(prefix(context), deleted(context)).stream();
        if (flag(context, "latestOnly")) {
            all = all.filter(record ->
                    store.version(record.subject(), -1, deleted(context)).equals(record));
        }
        answer(context, page(context, all.map(SchemaRecord::answer)));
    }

    private void schemaById(Context context) {
        ObjectNode answer = store.withId(id(context)).get(0).answerById();
        if (flag(context, "fetchMaxId")) {
            answer.put("maxId", store.maxId());
        }
        answer(context, answer);
    }

    private void register(Context context) {
        SchemaRecord record = store.register(newSubject(context), schema(context));
        answer(context, object().put("id", record.id()));
    }

    private void lookUp(Context context) {
        answer(
                context,
                store.lookUp(subject(context), schema(context), deleted(context))
                        .answer());
    }

    private static void compatible(Context context, List<String> problems) {
        ObjectNode answer = object().put("is_compatible", problems.isEmpty());
        if (flag(context, "verbose")) {
            answer.set("messages", JSON.valueToTree(problems));
        }
        answer(context, answer);
    }

    private Stream<SchemaRecord> uses(Context context) {
        Deleted deleted = deleted(context);
        return store.withId(id(context)).stream().filter(deleted::includes);
    }

    private SchemaRecord version(Context context) {
        return store.version(subject(context), RequestParams.version(context), deleted(context));
    }

    private static void raw(Context context, SchemaRecord record) {
        MediaTypes.write(context, record.schema());
    }

    static void answer(Context context, Object answer) {
        try {
            MediaTypes.write(context, JSON.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // trees and lists have a JSON form
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
