package io.entente.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.config.Settings;
import io.entente.pipeline.Stage;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the stages from outside, through their consumer groups, wherever they run. */
final class StageMonitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StageMonitor.class);
    private static final long PATIENCE_SECONDS = 10;
    private static final String ABSENT = "ABSENT";

    /**
     * A stage as its group shows it.
     *
     * @param state of the group; {@code ABSENT} where there is none
     * @param members running threads
     * @param lag records not read yet
     * @param perSecond articles, statements or events a second since the look before; ticks do not count
     */
    record View(Stage stage, String state, int members, long lag, double perSecond) {}

    private record Progress(long nanos, long worked) {}

    private final Settings settings;
    private final Set<String> names;
    private final ToLongFunction<Stage> worked;
    private final Admin admin;
    private final Map<Stage, Progress> progress = new HashMap<>();
    private volatile List<View> views = List.of();

    /** @param worked what a stage has worked on so far */
    StageMonitor(Settings settings, Topics topics, ToLongFunction<Stage> worked) {
        this.settings = settings;
        this.worked = worked;
        this.names = topics.all().stream().map(Topic::name).collect(Collectors.toSet());
        this.admin = Admin.create(new HashMap<String, Object>(settings.kafkaConfig()));
    }

    /** The stages as they were at the last look. */
    List<View> views() {
        return views;
    }

    /** Looks again; what cannot be seen stays as it was. */
    void refresh() {
        List<View> seen = new ArrayList<>();
        try {
            for (Stage stage :
                    Arrays.stream(Stage.values()).filter(Stage::isStream).toList()) {
                seen.add(look(stage));
            }
            views = List.copyOf(seen);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("cannot see the stages", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private View look(Stage stage) throws InterruptedException, ExecutionException, TimeoutException {
        String group = settings.applicationId(stage.name());
        String state = ABSENT;
        int members = 0;
        try {
            ConsumerGroupDescription description = admin.describeConsumerGroups(List.of(group))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .get(group);
            if (description != null) {
                state = description.groupState().name();
                members = description.members().size();
            }
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
        Map<TopicPartition, Long> read = committed(group);
        long lag = read.isEmpty() ? 0 : lag(read);
        return new View(stage, state, members, lag, rate(stage, worked.applyAsLong(stage)));
    }

    private Map<TopicPartition, Long> committed(String group)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> read = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        offsets.forEach((partition, offset) -> {
            if (offset != null && names.contains(partition.topic())) {
                read.put(partition, offset.offset());
            }
        });
        return read;
    }

    private long lag(Map<TopicPartition, Long> read) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = read.keySet().stream()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(
                        asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue().offset() - read.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    private double rate(Stage stage, long sofar) {
        Progress now = new Progress(System.nanoTime(), sofar);
        Progress before = progress.put(stage, now);
        if (before == null || now.nanos() == before.nanos()) {
            return 0;
        }
        return Math.max(0, (sofar - before.worked()) * 1e9 / (now.nanos() - before.nanos()));
    }

    void describe(ObjectNode status) {
        ArrayNode stages = status.putArray("stages");
        for (View view : views) {
            stages.addObject()
                    .put("stage", view.stage().name())
                    .put("state", view.state())
                    .put("members", view.members())
                    .put("lag", view.lag())
                    .put("perSecond", Math.round(view.perSecond() * 10) / 10.0);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
