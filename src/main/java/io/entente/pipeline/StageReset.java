package io.entente.pipeline;

import io.entente.config.Settings;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes a stage forget everything, so that at its next start it reads its input from the beginning: its offsets, its changelogs and its local state
 * are deleted. So are rows that would not come again: ALERT's under other thresholds, RELATE's where late statements lead the events now.
 */
public final class StageReset implements AutoCloseable {
    private final Settings settings;
    private final Topics topics;
    private final Stage stage;
    private final String application;
    private final Admin admin;

    public StageReset(Settings settings, Topics topics, Stage stage) {
        this.settings = settings;
        this.topics = topics;
        this.stage = stage;
        this.application = settings.applicationId(stage.name());
        this.admin = Admin.create(new HashMap<String, Object>(settings.kafkaConfig()));
    }

    /** What {@link #run} would delete, one a line. */
    public List<String> plan() {
        List<String> plan = new ArrayList<>();
        plan.add("offsets of consumer group " + application);
        changelogs().forEach(topic -> plan.add("topic " + topic));
        plan.add("folder " + localState());
        if (stage == Stage.ALERT) {
            plan.add("all rows of " + topics.alerts().name());
            plan.add("all records of " + topics.feed().name());
        }
        if (stage == Stage.RELATE) {
            plan.add(
                    "rows of " + topics.events().name() + ", " + topics.hourly().name() + " and "
                            + topics.daily().name() + " whose statements are still in "
                            + topics.statements().name() + ": they are rebuilt from these");
        }
        return plan;
    }

    /**
     * Resets.
     *
     * @throws PipelineException if the stage is running
     */
    public void run() {
        requireStopped();
        if (stage == Stage.ALERT) {
            removeRows(topics.alerts(), keys(topics.alerts()));
            deleteRecords(topics.feed());
        }
        if (stage == Stage.RELATE) {
            removeRelated();
        }
        Set<String> changelogs = changelogs();
        if (!changelogs.isEmpty()) {
            get(admin.deleteTopics(changelogs).all(), "delete changelogs");
        }
        try {
            admin.deleteConsumerGroups(List.of(application)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) { // never run: nothing to forget
                throw failure("delete the offsets of " + application, e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        deleteLocalState();
    }

    private void requireStopped() {
        try {
            ConsumerGroupDescription group = Objects.requireNonNull(admin.describeConsumerGroups(List.of(application))
                            .describedGroups()
                            .get(application))
                    .get();
            if (!group.members().isEmpty()) {
                throw new PipelineException(stage + " is running ("
                        + group.members().size() + " members of group " + application + "): stop it first");
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw failure("look at group " + application, e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Set<String> changelogs() {
        return get(admin.listTopics().names(), "list topics").stream()
                .filter(name -> name.startsWith(application + "-") && name.endsWith("-changelog"))
                .collect(Collectors.toSet());
    }

    private void removeRelated() {
        RelatedRows rows;
        try (TopicReader reader = new TopicReader(settings)) {
            rows = RelatedRows.read(reader, topics);
        }
        removeRows(topics.hourly(), rows.hourly());
        removeRows(topics.daily(), rows.daily());
        removeRows(topics.events(), rows.events());
    }

    private Set<String> keys(Topic<String, ?> topic) {
        try (TopicReader reader = new TopicReader(settings)) {
            return reader.table(topic).keySet();
        }
    }

    private void removeRows(Topic<String, ?> topic, Set<String> keys) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                new HashMap<>(settings.kafkaConfig()), new StringSerializer(), new ByteArraySerializer())) {
            int partitions = producer.partitionsFor(topic.name()).size();
            keys.forEach(key -> producer.send(new ProducerRecord<>(
                    topic.name(), io.entente.topology.PairPartitioner.partition(key, partitions), key, null)));
            producer.flush();
        }
    }

    private void deleteRecords(Topic<?, ?> topic) {
        List<TopicPartition> partitions = Stream.iterate(0, i -> i + 1)
                .limit(topic.partitions())
                .map(i -> new TopicPartition(topic.name(), i))
                .toList();
        Map<TopicPartition, RecordsToDelete> all = get(
                        admin.listOffsets(partitions.stream()
                                        .collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest())))
                                .all(),
                        "read offsets of " + topic.name())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
        get(admin.deleteRecords(all).all(), "delete the records of " + topic.name());
    }

    private Path localState() {
        return settings.stateDir().resolve(application);
    }

    private void deleteLocalState() {
        if (!Files.exists(localState())) {
            return;
        }
        try (Stream<Path> files = Files.walk(localState())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T get(KafkaFuture<T> future, String what) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw failure(what, e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static PipelineException failure(String what, ExecutionException e) {
        return new PipelineException("cannot " + what + ": " + e.getCause(), e.getCause());
    }

    private static PipelineException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new PipelineException("interrupted", e);
    }

    @Override
    public void close() {
        admin.close();
    }
}
