package io.entente.registry.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry in this process, on 127.0.0.1. Any client of the Confluent Schema Registry can use it; it keeps what it
 * knows in the topic {@code _schemas} of the broker, so that ids outlive it. There must be one at a time for a broker.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedRegistry.class);
    /** The loopback address. */
    public static final String LOCAL = "127.0.0.1";

    private final SchemaLog schemas;
    private final Javalin server;
    private final String host;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedRegistry(SchemaLog schemas, Javalin server, String host) {
        this.schemas = schemas;
        this.host = host;
        this.server = server;
    }

    /**
     * Starts a registry and returns when it serves.
     *
     * @param bootstrapServers the broker's address, in plain text
     * @param port on 127.0.0.1; 0 takes a free one
     * @throws RegistryStartException if the port is taken
     * @throws org.apache.kafka.common.KafkaException if the broker does not serve
     */
    public static EmbeddedRegistry start(String bootstrapServers, int port) {
        return start(Map.of("bootstrap.servers", bootstrapServers), Map.of(), (short) 1, LOCAL, port);
    }

    /**
     * As {@link #start(String, int)}, for any cluster and address.
     *
     * @param client how to reach the brokers, as Kafka's clients call it
     * @param topic settings of the schemas' topic where it is made
     * @param replication of that topic where it is made
     */
    public static EmbeddedRegistry start(
            Map<String, Object> client, Map<String, String> topic, short replication, String host, int port) {
        long begin = System.nanoTime();
        EmbeddedRegistry registry = start(SchemaTopic.open(client, topic, replication), host, port);
        log.info("schema registry on {} after {} ms", registry.url(), (System.nanoTime() - begin) / 1_000_000);
        return registry;
    }

    /** Starts one that remembers in {@code schemas}, which it closes. */
    static EmbeddedRegistry start(SchemaLog schemas, int port) {
        return start(schemas, LOCAL, port);
    }

    private static EmbeddedRegistry start(SchemaLog schemas, String host, int port) {
        try {
            RegistryRoutes routes = new RegistryRoutes(new SchemaStore(schemas));
            Javalin server = Javalin.create(config -> configure(config, routes)).start(host, port);
            return new EmbeddedRegistry(schemas, server, host);
        } catch (JavalinBindException e) {
            schemas.close();
            throw new RegistryStartException(
                    "port " + port + " on " + host + " cannot be used for the schema registry (" + e.getMessage()
                            + "): stop the program that holds it, or choose another port (0 takes a free one)",
                    e);
        } catch (RuntimeException e) {
            schemas.close();
            throw e;
        }
    }

    private static void configure(JavalinConfig config, RegistryRoutes routes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(16, 2);
        config.routes.before(MediaTypes::negotiate);
        routes.addTo(config.routes);
        config.routes.exception(
                RegistryError.class, (error, context) -> answer(context, error.code(), error.getMessage()));
        config.routes.exception(
                HttpResponseException.class,
                (error, context) ->
                        answer(context, error.getStatus(), "HTTP " + HttpStatus.forStatus(error.getStatus())));
        config.routes.exception(Exception.class, (error, context) -> {
            log.error("{} {} failed", context.method(), context.path(), error);
            answer(context, RegistryError.STORE_FAILED, error.getMessage());
        });
    }

    private static void answer(Context context, int code, @Nullable String message) {
        context.status(RegistryError.status(code));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("error_code", code);
        MediaTypes.write(context, answer.put("message", String.valueOf(message)).toString());
    }

    /** Its address, for {@code schema.registry.url}. */
    public String url() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port();
    }

    /** Stops it. May be called from a shutdown hook, and more than once. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.stop();
            schemas.close();
        }
    }
}
