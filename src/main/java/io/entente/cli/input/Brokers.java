package io.entente.cli.input;

import io.entente.config.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** The brokers that a command is about to use. */
public final class Brokers {
    /** People who wait for a command wait no longer. */
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private Brokers() {}

    /**
     * Asks for an answer, so that a wrong address is reported at once.
     *
     * @throws UserError if none comes within seconds
     */
    public static void require(Settings settings) {
        Map<String, Object> config = new HashMap<>(settings.kafkaConfig());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        try (Admin admin = Admin.create(config)) {
            admin.describeCluster().nodes().get();
        } catch (ExecutionException e) {
            throw unreachable(settings, e.getCause() == null ? e : e.getCause());
        } catch (KafkaException e) {
            throw unreachable(settings, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted", e);
        }
    }

    private static UserError unreachable(Settings settings, Throwable cause) {
        return UserError.ofUsage("no answer from the brokers at " + settings.bootstrapServers() + " ("
                + cause.getMessage() + "): are they up, and is --brokers or --config right?");
    }
}
