package io.entente.registry.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry in this process, on 127.0.0.1. Any client of the Confluent Schema Registry can use it; it keeps what it
 * knows in the topic {@code _schemas} of the broker, so that ids outlive it. There must be one at a time for a broker.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final String HOST = "127.0.0.1";

    private final SchemaTopic topic;
    private final Javalin server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedRegistry(SchemaTopic topic, Javalin server) {
        this.topic = topic;
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
        long begin = System.nanoTime();
        SchemaTopic topic = SchemaTopic.open(bootstrapServers);
        try {
            RegistryRoutes routes = new RegistryRoutes(new SchemaStore(topic));
            Javalin server = Javalin.create(config -> configure(config, routes)).start(HOST, port);
            EmbeddedRegistry registry = new EmbeddedRegistry(topic, server);
            log.info("schema registry on {} after {} ms", registry.url(), (System.nanoTime() - begin) / 1_000_000);
            return registry;
        } catch (JavalinBindException e) {
            topic.close();
            throw new RegistryStartException(
                    "port " + port + " on " + HOST + " cannot be used for the schema registry (" + e.getMessage()
                            + "): stop the program that holds it, or choose another port (0 takes a free one)",
                    e);
        } catch (RuntimeException e) {
            topic.close();
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
        config.routes.exception(RegistryError.class, (error, context) -> answer(context, error.code(), error));
        config.routes.exception(
                HttpResponseException.class, (error, context) -> answer(context, error.getStatus(), error));
        config.routes.exception(Exception.class, (error, context) -> {
            log.error("{} {} failed", context.method(), context.path(), error);
            answer(context, RegistryError.STORE_FAILED, error);
        });
    }

    private static void answer(Context context, int code, Exception error) {
        context.status(code > 999 ? code / 100 : code);
        context.result(JsonNodeFactory.instance
                .objectNode()
                .put("error_code", code)
                .put("message", String.valueOf(error.getMessage()))
                .toString());
    }

    /** Its address, for {@code schema.registry.url}. */
    public String url() {
        return "http://" + HOST + ":" + server.port();
    }

    /** Stops it. May be called from a shutdown hook, and more than once. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.stop();
            topic.close();
        }
    }
}
