package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.config.Settings;
import io.entente.registry.AvroSerdes;
import io.entente.topology.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicAdminIT {
    /**
     * A broker tells of a new topic before it can write to it. If a producer's first batch is refused for that, and its second no more, then the
     * first comes out of order for ever: the producer gives it up after two minutes.
     */
    @Test
    void whatIsSentAtOnceToNewTopicsArrives(@TempDir Path folder) throws Exception {
        try (Cluster cluster = new Cluster(folder)) {
            for (int round = 0; round < Integer.getInteger("rounds", 5); round++) {
                Settings settings = cluster.settings("new-" + round, 4, 4);
                Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
                try (KafkaProducer<byte[], byte[]> producer = Cluster.producer(settings);
                        TopicAdmin admin = new TopicAdmin(settings)) {
                    admin.apply(topics);
                    List<Future<RecordMetadata>> sent = new ArrayList<>();
                    for (int i = 0; i < 2_000; i++) {
                        sent.add(producer.send(
                                new ProducerRecord<>(topics.articles().name(), i % 4, new byte[0], new byte[100])));
                    }
                    for (Future<RecordMetadata> record : sent) {
                        assertThat(record.get(20, TimeUnit.SECONDS).offset()).isNotNegative();
                    }
                }
            }
        }
    }
}
