package io.entente.serve;

import io.entente.avro.Attention;
import io.entente.config.Settings;
import io.entente.serve.http.Problem;
import io.entente.topology.Topic;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Keeps users' wishes in the topic {@code attention}. */
final class TopicAttention implements AttentionWriter, AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;

    private final Topic<String, Attention> topic;
    private final Producer<String, Attention> producer;

    TopicAttention(Settings settings, Topic<String, Attention> topic) {
        this.topic = topic;
        Map<String, Object> config = new HashMap<>(settings.kafkaConfig());
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MILLIS);
        this.producer = new KafkaProducer<>(
                config, topic.key().serializer(), topic.value().serializer());
    }

    @Override
    public void write(String key, @Nullable Attention wish) {
        try {
            producer.send(new ProducerRecord<>(topic.name(), key, wish)).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "Kafka did not take it: try again later");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "stopping: try again later");
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
