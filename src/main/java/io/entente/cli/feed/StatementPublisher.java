package io.entente.cli.feed;

import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import io.entente.cli.input.UserError;
import io.entente.clock.Tick;
import io.entente.config.Settings;
import io.entente.enrich.Enrich;
import io.entente.topology.PairPartitioner;
import io.entente.topology.TickRecords;
import io.entente.topology.Topic;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Sends statements and ticks to the topic {@code statements}, as ENRICH does: a pair to its partition, a tick to every one. */
public final class StatementPublisher implements Enrich.Output, AutoCloseable {
    private final Topic<String, Statement> topic;
    private final int partitions;
    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** @param partitions how many {@code topic} has */
    public StatementPublisher(Settings settings, Topic<String, Statement> topic, int partitions) {
        this.topic = topic;
        this.partitions = partitions;
        this.producer = ByteProducer.of(settings);
    }

    @Override
    public void enriched(EnrichedArticle article) {
        // event data has none
    }

    @Override
    public void statement(String key, Statement statement) {
        send(new ProducerRecord<>(
                topic.name(),
                PairPartitioner.partition(key, partitions),
                key.getBytes(StandardCharsets.UTF_8),
                topic.value().serializer().serialize(topic.name(), statement)));
    }

    @Override
    public void tick(Tick tick) {
        for (int partition = 0; partition < partitions; partition++) {
            send(new ProducerRecord<>(
                    topic.name(),
                    partition,
                    Tick.KEY.getBytes(StandardCharsets.UTF_8),
                    null,
                    TickRecords.headers(tick)));
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        requireNoFailure();
        producer.send(record, (metadata, exception) -> {
            if (exception != null) {
                failure.compareAndSet(null, exception);
            }
        });
    }

    /** Waits until everything sent is acknowledged. */
    public void flush() {
        producer.flush();
        requireNoFailure();
    }

    private void requireNoFailure() {
        Exception exception = failure.get();
        if (exception != null) {
            throw new UserError("cannot publish to " + topic.name() + ": " + exception.getMessage(), exception);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
