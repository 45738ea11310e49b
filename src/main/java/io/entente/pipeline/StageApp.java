package io.entente.pipeline;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
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
    static final int REPLACEMENTS = 3;
    private static final Duration PERIOD = Duration.ofHours(1);

    private final Stage stage;
    private final KafkaStreams streams;
    private final Replacements replacements = new Replacements(REPLACEMENTS, PERIOD, System::nanoTime);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** @param stopped told when the application has ended by itself */
    StageApp(Stage stage, Topology topology, Properties config, Runnable stopped) {
        this.stage = stage;
        this.streams = new KafkaStreams(topology, config);
        streams.setUncaughtExceptionHandler(this::answer);
        streams.setGlobalStateRestoreListener(new RestoreProgress(stage, System::nanoTime));
        streams.setStateListener((now, before) -> {
            LOG.debug("{}: {} -> {}", stage, before, now);
            if (now == KafkaStreams.State.ERROR) {
                stopped.run();
            }
        });
    }

    /** A thread died: its transaction is taken back, and another goes on from there, unless that has happened too often. */
    private StreamThreadExceptionResponse answer(Throwable thrown) {
        if (replacements.take()) {
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
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Why it ended by itself, if it did. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    KafkaStreams streams() {
        return streams;
    }

    @Override
    public void close() {
        // Whoever stays in the group is waited for, by a successor or by 'entente reset'.
        if (!streams.close(CloseOptions.timeout(CLOSE).withGroupMembershipOperation(LEAVE_GROUP))) {
            LOG.warn("{} did not stop within {}: its transaction will be taken back", stage, CLOSE);
        }
    }
}
