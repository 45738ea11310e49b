package io.entente.registry.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The REST API: paths, parameters and bodies on one side, the store's rules on the other. */
final class RegistryRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SUBJECT = "/subjects/{subject}";
    private static final String VERSION = SUBJECT + "/versions/{version}";

    private final SchemaStore store;

    RegistryRoutes(SchemaStore store) {
        this.store = store;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", context -> answer(context, object()));
        routes.get("/contexts", context -> answer(context, List.of(".")));
        addSchemas(routes);
        addSubjects(routes);
        addCompatibility(routes);
        addLevels(routes);
        routes.get("/mode", context -> answer(context, object().put("mode", store.globalMode())));
        routes.get(
                "/mode/{subject}",
                context -> answer(
                        context, object().put("mode", store.mode(subject(context), flag(context, "defaultToGlobal")))));
    }

    private void addSchemas(RoutesConfig routes) {
        routes.get("/schemas", this::schemas);
        routes.get("/schemas/types", context -> answer(context, List.of("AVRO")));
        routes.get("/schemas/ids/{id}", this::schemaById);
        routes.get(
                "/schemas/ids/{id}/schema",
                context -> raw(context, store.withId(id(context)).get(0)));
        routes.get(
                "/schemas/ids/{id}/subjects",
                context -> answer(
                        context,
                        uses(context).map(SchemaRecord::subject).distinct().toList()));
        routes.get(
                "/schemas/ids/{id}/versions",
                context -> answer(
                        context,
                        uses(context)
                                .map(use ->
                                        object().put("subject", use.subject()).put("version", use.version()))
                                .toList()));
    }

    private void addSubjects(RoutesConfig routes) {
        routes.get("/subjects", context -> answer(context, store.subjects(prefix(context), deleted(context))));
        routes.post(SUBJECT, this::lookUp);
        routes.delete(
                SUBJECT, context -> answer(context, store.deleteSubject(subject(context), flag(context, "permanent"))));
        routes.get(
                SUBJECT + "/versions",
                context -> answer(
                        context,
                        store.versionsOf(subject(context), deleted(context)).stream()
                                .map(SchemaRecord::version)
                                .toList()));
        routes.post(SUBJECT + "/versions", this::register);
        routes.get(VERSION, context -> answer(context, version(context).answer()));
        routes.get(VERSION + "/schema", context -> raw(context, version(context)));
        routes.get(VERSION + "/referencedby", context -> {
            version(context);
            answer(context, List.of());
        });
        routes.delete(
                VERSION,
                context -> answer(
                        context,
                        store.deleteVersion(subject(context), versionNumber(context), flag(context, "permanent"))));
    }

    private void addCompatibility(RoutesConfig routes) {
        routes.post(
                "/compatibility" + SUBJECT + "/versions",
                context -> compatible(context, store.problems(subject(context), schema(context))));
        routes.post(
                "/compatibility" + VERSION,
                context ->
                        compatible(context, store.problems(subject(context), schema(context), versionNumber(context))));
    }

    private void addLevels(RoutesConfig routes) {
        routes.get("/config", context -> answer(context, level(store.globalLevel())));
        routes.put("/config", context -> setLevel(context, null));
        routes.delete("/config", context -> answer(context, level(store.removeLevel(null))));
        routes.get(
                "/config/{subject}",
                context -> answer(context, level(store.level(subject(context), flag(context, "defaultToGlobal")))));
        routes.put("/config/{subject}", context -> setLevel(context, subject(context)));
        routes.delete("/config/{subject}", context -> answer(context, level(store.removeLevel(subject(context)))));
    }

    private void schemas(Context context) {
        List<SchemaRecord> all = store.all(prefix(context), deleted(context));
        if (flag(context, "latestOnly")) {
            all = all.stream()
                    .filter(record -> store.version(record.subject(), -1, deleted(context))
                            .equals(record))
                    .toList();
        }
        answer(context, all.stream().map(SchemaRecord::answer).toList());
    }

    private void schemaById(Context context) {
        ObjectNode answer = store.withId(id(context)).get(0).answerById();
        if (flag(context, "fetchMaxId")) {
            answer.put("maxId", store.maxId());
        }
        answer(context, answer);
    }

    private void register(Context context) {
        SchemaRecord record = store.register(subject(context), schema(context));
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

    private void setLevel(Context context, @Nullable String subject) {
        Level level = Level.parse(body(context).path("compatibility").asText());
        store.setLevel(subject, level);
        answer(context, object().put("compatibility", level.name()));
    }

    private static ObjectNode level(Level level) {
        return object().put("compatibilityLevel", level.name());
    }

    private Stream<SchemaRecord> uses(Context context) {
        Deleted deleted = deleted(context);
        return store.withId(id(context)).stream().filter(deleted::includes);
    }

    private SchemaRecord version(Context context) {
        return store.version(subject(context), versionNumber(context), deleted(context));
    }

    private static String subject(Context context) {
        return context.pathParam("subject");
    }

    private static int id(Context context) {
        try {
            return Integer.parseInt(context.pathParam("id"));
        } catch (NumberFormatException e) {
            throw new RegistryError(404, "an id is a number");
        }
    }

    private static int versionNumber(Context context) {
        String version = context.pathParam("version");
        if (version.equals("latest") || version.equals("-1")) {
            return -1;
        }
        try {
            int number = Integer.parseInt(version);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new RegistryError(
                RegistryError.INVALID_VERSION, "'" + version + "' is no version: use a number from 1, or latest");
    }

    /** The schema in the request's body. */
    private static Schema schema(Context context) {
        JsonNode body = body(context);
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new RegistryError(
                    RegistryError.INVALID_SCHEMA, "schemas of type " + type + " are not served here, only AVRO");
        }
        if (!body.path("references").isEmpty()) {
            throw new RegistryError(
                    RegistryError.INVALID_SCHEMA,
                    "references are not served here: put the named types into the schema");
        }
        if (body.path("id").asInt(-1) >= 0) {
            throw new RegistryError(
                    RegistryError.NOT_PERMITTED, "ids are given by this registry: there is no mode IMPORT");
        }
        return SchemaRecord.parse(body.path("schema").asText());
    }

    private static JsonNode body(Context context) {
        try {
            return Optional.ofNullable(JSON.readTree(context.body()))
                    .filter(JsonNode::isObject)
                    .orElseThrow(() -> new RegistryError(400, "the body is not a JSON object"));
        } catch (JsonProcessingException e) {
            throw new RegistryError(400, "the body is not JSON: " + e.getOriginalMessage());
        }
    }

    private static String prefix(Context context) {
        String prefix = context.queryParam("subjectPrefix");
        return prefix == null || prefix.equals(":*:") ? "" : prefix;
    }

    private static Deleted deleted(Context context) {
        if (flag(context, "deletedOnly")) {
            return Deleted.ONLY;
        }
        return flag(context, "deleted") ? Deleted.YES : Deleted.NO;
    }

    private static boolean flag(Context context, String name) {
        return Boolean.parseBoolean(context.queryParam(name));
    }

    private static void raw(Context context, SchemaRecord record) {
        MediaTypes.write(context, record.schema());
    }

    private static void answer(Context context, Object answer) {
        try {
            MediaTypes.write(context, JSON.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // trees and lists have a JSON form
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
