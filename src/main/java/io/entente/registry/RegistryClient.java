package io.entente.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.registry.RegistryTransport.Patience;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client of the Confluent Schema Registry's REST API, for Avro. It remembers what cannot change: a schema's id, and the
 * schema of an id. Safe for use by several threads.
 *
 * <p>Methods throw {@link RegistryUnavailableException} where no registry answers, and {@link RegistryRefusedException}
 * where it refuses.
 */
public final class RegistryClient {
    private static final int NOT_FOUND = 404;
    private static final int SCHEMA_NOT_FOUND = 40403;
    /** What is only learned in case it is needed is not worth a long wait. */
    private static final Patience BRIEF = new Patience(Duration.ofSeconds(5), 0);

    private static final Logger log = LoggerFactory.getLogger(RegistryClient.class);

    private final RegistryTransport transport;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<SubjectSchema, Integer> registered = new ConcurrentHashMap<>();
    private final Map<String, RegisteredSchema> latest = new ConcurrentHashMap<>();
    private final Map<String, Integer> learned = new ConcurrentHashMap<>();
    private final UnknownIds unknown = new UnknownIds(System::nanoTime);
    private final Outage outage;

    private record SubjectSchema(String subject, Schema schema) {}

    /**
     * A schema of a subject.
     *
     * @param version from 1 within its subject
     * @param id the registry's, the same wherever the same schema occurs
     */
    public record RegisteredSchema(String subject, int version, int id, Schema schema) {}

    private RegistryClient(RegistrySettings settings) {
        this.transport = new RegistryTransport(settings);
        this.outage = new Outage(settings.retries(), System::nanoTime);
    }

    /**
     * A client for the registry that {@code settings} name: {@code schema.registry.url} (several, separated by commas),
     * {@code basic.auth.credentials.source} (URL or USER_INFO), {@code basic.auth.user.info}, {@code bearer.auth.token},
     * {@code schema.registry.ssl.*}, and {@code http.connect.timeout.ms}, {@code http.read.timeout.ms}, {@code max.retries},
     * {@code retries.wait.ms} with or without the prefix {@code schema.registry.}.
     *
     * @throws org.apache.kafka.common.config.ConfigException if one is missing or wrong
     */
    public static RegistryClient of(Map<String, ?> settings) {
        return new RegistryClient(RegistrySettings.of(settings));
    }

    /** Registers {@code schema} under {@code subject} unless it is there already, and returns its id. */
    public int register(String subject, Schema schema) {
        Schema neutral = JavaStrings.removedFrom(schema);
        return remembered(subject, neutral, () -> {
            String purpose = "register " + schema.getFullName() + " under subject " + subject;
            return transport
                    .post(versions(subject), body(neutral), purpose)
                    .path("id")
                    .asInt();
        });
    }

    /**
     * The id of {@code schema} if it is registered under {@code subject}, whether with or without Java's string type.
     *
     * @throws RegistryRefusedException if it is not (status 404)
     */
    public int idOf(String subject, Schema schema) {
        Schema neutral = JavaStrings.removedFrom(schema);
        return remembered(subject, neutral, () -> {
            String purpose = "find " + schema.getFullName() + " under subject " + subject;
            try {
                return lookUp(subject, neutral, purpose);
            } catch (RegistryRefusedException e) {
                if (e.errorCode() != SCHEMA_NOT_FOUND) {
                    throw e;
                }
                return lookUp(subject, schema, purpose);
            }
        });
    }

    /** The newest version under {@code subject}, asked for once. */
    public RegisteredSchema latest(String subject) {
        RegisteredSchema known = latest.get(subject);
        if (known == null) {
            String purpose = "get the latest version of subject " + subject;
            JsonNode answer = transport.get(versions(subject) + "/latest", purpose);
            known = new RegisteredSchema(
                    subject, answer.path("version").asInt(), answer.path("id").asInt(), parse(answer, purpose));
            latest.put(subject, known);
        }
        return known;
    }

    /**
     * The schema with this id. Takes {@value Outage#FIRST_SECONDS} seconds at most, and fails at once while an outage is known.
     *
     * @throws RegistryRefusedException if the registry has none (status 404); it is asked again only after some seconds
     */
    public Schema schema(int id) {
        Schema known = schemas.get(id);
        if (known == null) {
            known = unknown.guard(id, () -> {
                String purpose = "get the schema with id " + id;
                return outage.guard(
                        id,
                        purpose,
                        patience -> parse(transport.get("/schemas/ids/" + id, purpose, patience), purpose));
            });
            schemas.put(id, known);
        }
        return known;
    }

    /**
     * Learns all schemas of {@code subject} that it does not know yet, so that their records can be read and written while no
     * registry serves. A subject that does not exist has none; a schema that is not Avro is left to whoever needs it.
     */
    public void learn(String subject) {
        int known = learned.getOrDefault(subject, 0);
        try {
            JsonNode numbers = transport.get(versions(subject), "list the versions of subject " + subject, BRIEF);
            for (JsonNode number : numbers) {
                if (number.asInt() > known) {
                    learn(subject, number.asInt());
                }
            }
        } catch (RegistryRefusedException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
        }
    }

    private void learn(String subject, int version) {
        String purpose = "get version " + version + " of subject " + subject;
        JsonNode answer = transport.get(versions(subject) + "/" + version, purpose, BRIEF);
        learned.merge(subject, version, Math::max);
        try {
            Schema schema = parse(answer, purpose);
            int id = answer.path("id").asInt();
            schemas.putIfAbsent(id, schema);
            registered.putIfAbsent(new SubjectSchema(subject, schema), id);
        } catch (RegistryRefusedException e) {
            log.debug("not learned: {}", e.getMessage());
        }
    }

    /**
     * Asks whether {@code schema} could be registered under {@code subject} at the subject's compatibility level.
     *
     * @return what stands against it; empty if nothing does, or the subject is new
     */
    public List<String> incompatibilities(String subject, Schema schema) {
        String path = "/compatibility" + versions(subject) + "?verbose=true";
        String purpose = "check " + schema.getFullName() + " against subject " + subject;
        JsonNode answer = transport.post(path, body(JavaStrings.removedFrom(schema)), purpose);
        List<String> problems = new ArrayList<>();
        answer.path("messages").forEach(message -> problems.add(message.asText()));
        if (problems.isEmpty() && !answer.path("is_compatible").asBoolean()) {
            problems.add("the registry gives no reason");
        }
        return problems;
    }

    /** Sets the level, such as {@code FULL_TRANSITIVE}, at which {@code subject} takes new versions. */
    public void setCompatibility(String subject, String level) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("compatibility", level);
        transport.put(
                "/config/" + encode(subject), body, "set the compatibility of subject " + subject + " to " + level);
    }

    /**
     * Asks whether a registry serves.
     *
     * @throws RegistryUnavailableException if none does
     * @throws RegistryRefusedException if it does, but not for these credentials
     */
    public void requireServing() {
        transport.get("/config", "read the registry's settings");
    }

    /** The addresses at which it looks, for messages. */
    public String urls() {
        return transport.urls();
    }

    private int remembered(String subject, Schema schema, Supplier<Integer> ask) {
        SubjectSchema key = new SubjectSchema(subject, schema);
        Integer known = registered.get(key);
        if (known == null) {
            known = ask.get();
            registered.put(key, known);
        }
        return known;
    }

    private int lookUp(String subject, Schema schema, String purpose) {
        return transport
                .post("/subjects/" + encode(subject), body(schema), purpose)
                .path("id")
                .asInt();
    }

    private Schema parse(JsonNode answer, String purpose) {
        String type = answer.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO") || !answer.path("references").isEmpty()) {
            throw new RegistryRefusedException(
                    "cannot " + purpose + " from " + urls() + ": it is " + type
                            + " or has references, and only Avro without references is read here",
                    422,
                    42201);
        }
        try {
            return new Schema.Parser().parse(answer.path("schema").asText());
        } catch (SchemaParseException e) {
            throw new RegistryRefusedException(
                    "cannot " + purpose + " from " + urls() + ": Avro does not understand it: " + e.getMessage(),
                    422,
                    42201);
        }
    }

    private static String versions(String subject) {
        return "/subjects/" + encode(subject) + "/versions";
    }

    private static ObjectNode body(Schema schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
    }

    private static String encode(String subject) {
        return URLEncoder.encode(subject, UTF_8).replace("+", "%20");
    }
}
