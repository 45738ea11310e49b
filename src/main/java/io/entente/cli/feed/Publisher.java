package io.entente.cli.feed;

import io.entente.article.Articles;
import io.entente.article.json.ArticleJson;
import io.entente.avro.Article;
import io.entente.cli.input.UserError;
import io.entente.cli.output.Counted;
import io.entente.config.Settings;
import io.entente.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Sends articles to the topic {@code articles}, keyed by their id, and counts what the broker has acknowledged. */
public final class Publisher implements AutoCloseable {
    private final String topic;
    private final Serializer<Article> serializer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final LongAdder acknowledged = new LongAdder();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /** @param json whether to send JSON objects rather than Avro */
    public Publisher(Settings settings, Topics topics, boolean json) {
        ArticleJson writer = new ArticleJson();
        this.topic = topics.articles().name();
        this.serializer = json
                ? (name, article) -> writer.write(article)
                : topics.articles().value().serializer();
        this.producer = ByteProducer.of(settings);
    }

    /** Sends one article, at once or a little later. */
    public void send(Article article) {
        requireNoFailure();
        producer.send(record(article), (metadata, exception) -> {
            if (exception == null) {
                acknowledged.increment();
            } else {
                failure.compareAndSet(null, exception);
            }
        });
    }

    private ProducerRecord<byte[], byte[]> record(Article article) {
        byte[] key = Articles.id(article).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, key, serializer.serialize(topic, article));
    }

    /**
     * Sends articles and waits until they are acknowledged. What fails here fails no later call.
     *
     * @throws UserError if one of them is not
     */
    public void publish(List<Article> articles) {
        List<Future<RecordMetadata>> sent =
                articles.stream().map(article -> producer.send(record(article))).toList();
        try {
            for (Future<RecordMetadata> each : sent) {
                each.get();
                acknowledged.increment();
            }
        } catch (ExecutionException e) {
            throw new UserError("cannot publish to " + topic + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted", e);
        }
    }

    /** Waits until everything sent is acknowledged. */
    public void flush() {
        producer.flush();
        requireNoFailure();
    }

    /** How many articles the broker has acknowledged. */
    public long acknowledged() {
        return acknowledged.sum();
    }

    private void requireNoFailure() {
        Exception exception = failure.get();
        if (exception != null) {
            throw new UserError(
                    "cannot publish to " + topic + " after " + Counted.of(acknowledged(), "article") + ": "
                            + exception.getMessage(),
                    exception);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
