package io.entente.pipeline;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;
import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP;

import io.entente.topology.StateVersionException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stage at work: a Kafka Streams application. */
final class StageApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StageApp.class);
    private static final Duration CLOSE = Duration.ofSeconds(20);
    private static final Duration NOTICED = Duration.ofSeconds(30);
    static final int REPLACEMENTS = 3;
    private static final Duration PERIOD = Duration.ofHours(1);

    private final Stage stage;
    private final KafkaStreams streams;
    private final CloseOptions close;
    private final Replacements replacements = new Replacements(REPLACEMENTS, PERIOD, System::nanoTime);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final ProgressWatch watch = new ProgressWatch(System::nanoTime);
    private final Duration hung;
    private final Runnable stopped;
    private volatile Duration stalled = Duration.ZERO;

    /**
     * @param hung after how long without progress it is given up
     * @param stopped called when the application has ended by itself
     */
    StageApp(Stage stage, Topology topology, Properties config, Duration hung, Runnable stopped) {
        this.stage = stage;
        this.hung = hung;
        this.stopped = stopped;
        this.streams = new KafkaStreams(topology, config);
        this.close = close(config);
        streams.setUncaughtExceptionHandler(this::answer);
        streams.setGlobalStateRestoreListener(new RestoreProgress(stage, System::nanoTime));
        streams.setStateListener((now, before) -> {
            LOG.debug("{}: {} -> {}", stage, before, now);
            if (now == KafkaStreams.State.ERROR) {
                stopped.run();
            }
        });
    }

    /**
     * A thread died: its transaction is taken back, and another goes on from there, unless that has happened too often or would end in the
     * same way.
     */
    private StreamThreadExceptionResponse answer(Throwable thrown) {
        if (!StateVersionException.causes(thrown) && replacements.take()) {
            LOG.warn("{}: a thread died and is replaced: {}", stage, thrown.getMessage(), thrown);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        failure.compareAndSet(null, thrown);
        LOG.error("{} stops: {}", stage, thrown.getMessage(), thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    void start() {
        streams.start();
    }

    Stage stage() {
        return stage;
    }

    /** Whether it processes records (or has none to process). */
    boolean ready() {
        return streams.state() == KafkaStreams.State.RUNNING
                && failure.get() == null
                && stalled.compareTo(noticed()) < 0;
    }

    /** After how long without progress it is not ready. */
    private Duration noticed() {
        Duration half = hung.dividedBy(2);
        return half.compareTo(NOTICED) < 0 ? half : NOTICED;
    }

    /** Looks whether its threads make progress; gives it up if they have not for too long. */
    void look() {
        if (streams.state() != KafkaStreams.State.RUNNING) {
            watch.forget(); // while it restores its state, other signs say how far it is
            stalled = Duration.ZERO;
            return;
        }
        stalled = watch.look(totals());
        if (stalled.compareTo(hung) >= 0
                && failure.compareAndSet(
                        null,
                        new TimeoutException(
                                "a thread has waited in one call for " + stalled.toSeconds()
                                        + " s (entente.hung), for a missing topic or an unreachable broker, say; see the log"))) {
            LOG.error("{} hangs and is given up: no progress for {}", stage, stalled);
            stopped.run();
        }
    }

    private Map<String, ProgressWatch.Totals> totals() {
        Map<String, Double> processed = new HashMap<>();
        Map<String, Double> polls = new HashMap<>();
        streams.metrics().forEach((name, metric) -> {
            String thread = name.tags().get("thread-id");
            if (thread != null
                    && name.group().equals("stream-thread-metrics")
                    && metric.metricValue() instanceof Double value) {
                if (name.name().equals("process-total")) {
                    processed.put(thread, value);
                } else if (name.name().equals("poll-total")) {
                    polls.put(thread, value);
                }
            }
        });
        Map<String, ProgressWatch.Totals> totals = new HashMap<>();
        processed.forEach((thread, value) ->
                totals.put(thread, new ProgressWatch.Totals(value, polls.getOrDefault(thread, 0.0))));
        return totals;
    }

    /** Why it ended by itself, if it did. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    KafkaStreams streams() {
        return streams;
    }

    /**
     * Whoever stays in the group is waited for, by a successor or by 'entente reset', so a process leaves. A static member stays: it comes
     * back within the session timeout, and until then nobody takes its tasks.
     */
    private static CloseOptions close(Properties config) {
        boolean isStatic = config.containsKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        return CloseOptions.timeout(CLOSE).withGroupMembershipOperation(isStatic ? REMAIN_IN_GROUP : LEAVE_GROUP);
    }

    @Override
    public void close() {
        if (!streams.close(close)) {
            LOG.warn("{} did not stop within {}: its transaction will be taken back", stage, CLOSE);
        }
    }
}
