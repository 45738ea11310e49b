package io.entente.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.utils.Time;

/**
 * What a killed broker leaves in the cluster's metadata: a registration under which it still leads its partitions. A new
 * start would take that for its own, lead at once, and lose the lead when the registration expires. In that moment the
 * transaction coordinator may meet a partition without a leader, take it for deleted and skip its commit marker: readers of
 * committed records would then wait at that transaction for ever. So the controller is started alone first, and told that
 * the broker is gone.
 */
final class FormerSelf {
    /** How long a controller may take to read its metadata. Where a broker ended before there were any, it finds nothing to take out. */
    private static final Duration LOADED = Duration.ofSeconds(20);

    private static final Duration POLL = Duration.ofMillis(50);

    private FormerSelf() {}

    /** Whether the last run on these logs was killed. */
    static boolean wasKilled(Path logs) {
        return Files.exists(logs.resolve("__cluster_metadata-0"))
                && !Files.exists(logs.resolve(".kafka_cleanshutdown"));
    }

    /** Takes the killed broker out of the metadata. */
    static void unregister(Path logs, Listeners.Listener controller) {
        KafkaRaftServer server = new KafkaRaftServer(
                new KafkaConfig(BrokerSettings.controllerOnly(logs, controller), false), Time.SYSTEM);
        try {
            server.startup();
            unregister(controller.address());
        } finally {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private static void unregister(String controller) {
        long deadline = System.nanoTime() + LOADED.toNanos();
        try (Admin admin =
                Admin.create(Map.of("bootstrap.controllers", controller, "default.api.timeout.ms", "60000"))) {
            while (!answers(admin) && System.nanoTime() < deadline) {
                Thread.sleep(POLL.toMillis());
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Asks for the removal; false as long as the controller has not read its metadata: it then knows of no version. */
    private static boolean answers(Admin admin) throws InterruptedException {
        try {
            admin.unregisterBroker(BrokerSettings.NODE).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnsupportedVersionException) {
                return false;
            }
            if (e.getCause() instanceof BrokerIdNotRegisteredException) {
                return true; // ended before it had registered
            }
            throw new EmbeddedException("cannot clear up after a broker that was killed: " + e.getCause(), e);
        }
    }
}
