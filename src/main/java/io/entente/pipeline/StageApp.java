package io.entente.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stage at work: a Kafka Streams application. */
final class StageApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StageApp.class);
    private static final Duration CLOSE = Duration.ofSeconds(20);

    private final Stage stage;
    private final KafkaStreams streams;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** @param stopped told when the application has ended by itself */
    StageApp(Stage stage, Topology topology, Properties config, Runnable stopped) {
        this.stage = stage;
        this.streams = new KafkaStreams(topology, config);
        streams.setUncaughtExceptionHandler(thrown -> {
            failure.compareAndSet(null, thrown);
            LOG.error("{} stops: {}", stage, thrown.getMessage(), thrown);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.setStateListener((now, before) -> {
            LOG.debug("{}: {} -> {}", stage, before, now);
            if (now == KafkaStreams.State.ERROR) {
                stopped.run();
            }
        });
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
        if (!streams.close(CLOSE)) {
            LOG.warn("{} did not stop within {}: its transaction will be taken back", stage, CLOSE);
        }
    }
}
