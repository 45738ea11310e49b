package io.entente.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
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
        try (Admin admin =
                Admin.create(Map.of("bootstrap.controllers", controller, "default.api.timeout.ms", "60000"))) {
            admin.unregisterBroker(BrokerSettings.NODE).all().get();
        } catch (ExecutionException e) {
            // Ended before it had registered, or even before the metadata had a version: nothing to take out.
            boolean nothing = e.getCause() instanceof BrokerIdNotRegisteredException
                    || e.getCause() instanceof UnsupportedVersionException;
            if (!nothing) {
                throw new EmbeddedException("cannot clear up after a broker that was killed: " + e.getCause(), e);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
