package io.entente.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker and its controller (KRaft, one node) inside this process. Any Kafka client can use it; what it is given
 * stays in its data folder, under the same cluster id, until the next start.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);
    /** How often a start is retried where a free port was lost to another program meanwhile. */
    private static final int ATTEMPTS = 3;

    private final DataFolder folder;
    private final KafkaRaftServer server;
    private final Listeners listeners;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(DataFolder folder, KafkaRaftServer server, Listeners listeners) {
        this.folder = folder;
        this.server = server;
        this.listeners = listeners;
    }

    /**
     * Starts a broker and returns when it serves.
     *
     * @param dataDir its data: made where missing, kept between runs, used by one process at a time
     * @param port of the plain listener on 127.0.0.1; 0 takes a free one
     * @param overrides Kafka's broker settings to put before ours. {@code listeners} may name several, as
     *     {@code PLAINTEXT://127.0.0.1:0,SASL_SSL://127.0.0.1:0}; {@code port} then has no meaning, and a listener's name is
     *     its protocol unless {@code listener.security.protocol.map} says otherwise (which must then map {@code CONTROLLER} too)
     * @throws EmbeddedException if this build has no broker, the folder is in use, a port is taken, or the broker fails
     */
    public static EmbeddedBroker start(Path dataDir, int port, Map<String, String> overrides) {
        requireBroker();
        DataFolder folder = DataFolder.lock(dataDir);
        try {
            return start(folder, port, overrides);
        } catch (RuntimeException | Error e) {
            folder.close();
            throw e;
        }
    }

    /** Distributions for clusters are built without the broker's jars. */
    private static void requireBroker() {
        try {
            Class.forName("kafka.server.KafkaRaftServer", false, EmbeddedBroker.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new EmbeddedException(
                    "this build has no broker in it, since it is one for clusters: name brokers by "
                            + "bootstrap.servers, or use a distribution with the broker for the demo",
                    e);
        }
    }

    private static EmbeddedBroker start(DataFolder folder, int port, Map<String, String> overrides) {
        format(folder.logs());
        for (int attempt = 1; ; attempt++) {
            Listeners clients = BrokerSettings.clientListeners(port, overrides);
            clients.requireAvailable();
            try {
                return start(folder, clients, overrides);
            } catch (Listeners.PortTaken e) {
                if (attempt == ATTEMPTS || !clients.allFree()) {
                    throw e;
                }
            }
        }
    }

    private static EmbeddedBroker start(DataFolder folder, Listeners clients, Map<String, String> overrides) {
        long begin = System.nanoTime();
        Listeners.Listener controller =
                new Listeners.Listener(BrokerSettings.CONTROLLER, Listeners.LOOPBACK, 0, false).resolved();
        AtomicReference<@Nullable KafkaRaftServer> server = new AtomicReference<>();
        try {
            FatalFaults.duringStart(() -> {
                if (FormerSelf.wasKilled(folder.logs())) {
                    FormerSelf.unregister(folder.logs(), controller);
                }
                KafkaRaftServer made = new KafkaRaftServer(
                        new KafkaConfig(BrokerSettings.of(folder.logs(), clients, controller, overrides), false),
                        Time.SYSTEM);
                server.set(made);
                made.startup();
            });
        } catch (Exception e) { // of Scala code: checked ones too
            stop(server.get());
            clients.with(controller).requireAvailable(); // was it a port that someone took meanwhile?
            throw new EmbeddedException(
                    "the broker could not start on " + clients.urls() + " with its data in " + folder.logs() + ": " + e,
                    e);
        }
        log.info("broker on {} after {} ms", clients.urls(), (System.nanoTime() - begin) / 1_000_000);
        return new EmbeddedBroker(folder, Objects.requireNonNull(server.get()), clients);
    }

    /** Gives the folder its cluster id and the node its own, the first time. */
    private static void format(Path logs) {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(logs);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
                    .setNodeId(BrokerSettings.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setDirectories(List.of(logs.toString()))
                    .setMetadataLogDirectory(logs.toString())
                    .run();
        } catch (Exception e) {
            throw new EmbeddedException("cannot format the data folder " + logs.toAbsolutePath() + ": " + e, e);
        }
    }

    /** Host and port for clients' {@code bootstrap.servers}: those of the first listener. */
    public String bootstrapServers() {
        return listeners.all().get(0).address();
    }

    /** Host and port of the listener of this name, such as {@code SASL_SSL}. */
    public String bootstrapServers(String listener) {
        return listeners.all().stream()
                .filter(candidate -> candidate.name().equals(listener))
                .map(Listeners.Listener::address)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no listener " + listener + " among " + listeners.urls()));
    }

    /** Stops the broker, with all that it was given on disk. May be called from a shutdown hook, and more than once. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                stop(server);
            } finally {
                folder.close();
            }
        }
    }

    private static void stop(@Nullable KafkaRaftServer server) {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
        }
    }
}
