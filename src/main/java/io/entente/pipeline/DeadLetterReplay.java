package io.entente.pipeline;

import io.entente.config.Settings;
import io.entente.ops.DeadLetter;
import io.entente.topology.PairPartitioner;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends dead letters back to the topics that they came from, each once: original and mark of its replay are one transaction, and
 * marked letters are passed over.
 */
public final class DeadLetterReplay {
    private static final int MAX_RECORD = 8 << 20;

    private final Settings settings;
    private final Topics topics;

    public DeadLetterReplay(Settings settings, Topics topics) {
        this.settings = settings;
        this.topics = topics;
    }

    /** The letters that {@code wanted} accepts, in order of arrival, those replayed already left out if so asked. */
    public List<DeadLetter> letters(Predicate<DeadLetter> wanted, boolean withReplayed) {
        List<DeadLetter> letters = new ArrayList<>();
        Set<String> replayed = new HashSet<>();
        try (TopicReader reader = new TopicReader(settings)) {
            reader.read(List.of(topics.deadLetters()), new TopicReader.Start.Beginning(), record -> {
                DeadLetter letter = new DeadLetter(record);
                letter.replayOf().ifPresentOrElse(replayed::add, () -> letters.add(letter));
            });
        }
        letters.removeIf(letter -> !wanted.test(letter) || (!withReplayed && replayed.contains(letter.place())));
        return letters;
    }

    /** Sends {@code letters} back; those of topics that are not Entente's stay. Returns how many were sent. */
    public int replay(List<DeadLetter> letters) {
        Map<String, Object> config = new HashMap<>(settings.kafkaConfig());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.applicationId("replay") + "-" + UUID.randomUUID());
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD);
        int sent = 0;
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (DeadLetter letter : letters) {
                Topic<?, ?> topic = topics.find(letter.topic()).orElse(null);
                if (topic == null) {
                    continue;
                }
                producer.beginTransaction();
                producer.send(original(letter, topic, producer));
                producer.send(mark(letter));
                producer.commitTransaction();
                sent++;
            }
        }
        return sent;
    }

    private static ProducerRecord<byte[], byte[]> original(
            DeadLetter letter, Topic<?, ?> topic, KafkaProducer<byte[], byte[]> producer) {
        byte[] key = letter.record().key();
        @Nullable
        Integer partition = topic.byPair() && key != null
                ? PairPartitioner.partition(
                        new String(key, StandardCharsets.UTF_8),
                        producer.partitionsFor(topic.name()).size())
                : null;
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic.name(), partition, key, letter.record().value(), letter.originalHeaders());
        record.headers().add(DeadLetter.REPLAYED_FROM, letter.place().getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private ProducerRecord<byte[], byte[]> mark(DeadLetter letter) {
        ProducerRecord<byte[], byte[]> mark = new ProducerRecord<>(
                topics.deadLetters().name(), letter.record().key(), null);
        mark.headers().add(DeadLetter.REPLAY_OF, letter.place().getBytes(StandardCharsets.UTF_8));
        return mark;
    }
}
