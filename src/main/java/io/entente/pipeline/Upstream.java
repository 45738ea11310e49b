package io.entente.pipeline;

import io.entente.config.Settings;
import io.entente.registry.RegistryClient;
import io.entente.registry.RegistryUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be up before a stage can start: brokers and a schema registry. Where all are started together, they come in any order. */
public final class Upstream {
    private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);
    /** How long one attempt may take. */
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    /** Between two attempts. */
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Between two lines of the log that say what is waited for. */
    private static final Duration REMINDER = Duration.ofSeconds(10);

    private final Settings settings;
    private final RegistryClient registry;

    public Upstream(Settings settings) {
        this.settings = settings;
        Map<String, String> once = new HashMap<>(settings.serdeConfig());
        once.put("max.retries", "0");
        this.registry = RegistryClient.of(once);
    }

    /**
     * Waits until the brokers and then the registry answer, and says in the log what it waits for.
     *
     * @param limit how long each may take
     * @param stop ends the waiting early
     * @return false if {@code stop} came first
     * @throws PipelineException if one does not answer within {@code limit}, or refuses us
     */
    public boolean await(Duration limit, CountDownLatch stop) throws InterruptedException {
        try (Admin admin = admin()) {
            return await("brokers at " + settings.bootstrapServers(), () -> brokers(admin), limit, stop)
                    && await("schema registry at " + registry.urls(), this::registry, limit, stop);
        }
    }

    /** An attempt to reach something: why it failed, null if it did not. */
    private interface Attempt {
        @Nullable
        String failure() throws InterruptedException;
    }

    private static boolean await(String what, Attempt attempt, Duration limit, CountDownLatch stop)
            throws InterruptedException {
        long start = System.nanoTime();
        long reminder = start;
        while (stop.getCount() > 0) {
            String failure = attempt.failure();
            if (failure == null) {
                return true;
            }
            long now = System.nanoTime();
            if (now - start > limit.toNanos()) {
                throw new PipelineException("no answer within " + limit.toSeconds() + " s from the " + what + " ("
                        + failure + "); is it up, and is the address right?");
            }
            if (now >= reminder) {
                LOG.warn("waiting for the {} ({})", what, failure);
                reminder = now + REMINDER.toNanos();
            }
            if (stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return false;
    }

    private static @Nullable String brokers(Admin admin) throws InterruptedException {
        try {
            admin.describeCluster().nodes().get();
            return null;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof RetriableException) {
                return String.valueOf(cause.getMessage());
            }
            throw new PipelineException("the brokers refuse us: " + cause.getMessage(), cause);
        }
    }

    private @Nullable String registry() {
        try {
            registry.requireServing();
            return null;
        } catch (RegistryUnavailableException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private Admin admin() {
        Map<String, Object> config = new HashMap<>(settings.kafkaConfig());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ATTEMPT.toMillis());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ATTEMPT.toMillis());
        return Admin.create(config);
    }
}
