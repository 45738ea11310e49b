package io.entente.topology;

import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.Event;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** ALERT: from {@code events} to {@code alerts}; the feed as a whole is watched in one place, to which every partition reports. */
public final class AlertTopology {
    static final String ALERTS = "alerts";
    static final String FEED = "feed";
    static final String FEED_ALERTS = "feed-alerts";

    private AlertTopology() {}

    /**
     * The topology of ALERT.
     *
     * @param rebuilds of the partitions of {@code events} that ALERT starts to reread; empty if it continues
     */
    public static Topology build(Topics topics, AlertPolicy policy, Map<Integer, Rebuild> rebuilds) {
        Topology topology = new Topology()
                .addSource(
                        "events",
                        topics.events().key().deserializer(),
                        topics.events().value().deserializer(),
                        topics.events().name())
                .addProcessor(
                        "alert",
                        AlertTopology.<Event>supplier(() -> new AlertProcessor(policy, rebuilds), AlertProcessor.STORE),
                        "events")
                .addSink(
                        FEED,
                        topics.feed().name(),
                        topics.feed().key().serializer(),
                        topics.feed().value().serializer(),
                        "alert")
                .addSource(
                        "sightings",
                        topics.feed().key().deserializer(),
                        topics.feed().value().deserializer(),
                        topics.feed().name())
                .addProcessor(
                        "feed-guard",
                        AlertTopology.<byte[]>supplier(() -> new FeedGuardProcessor(policy), FeedGuardProcessor.STORE),
                        "sightings");
        Wiring.pairSink(topology, ALERTS, topics.alerts(), "alert");
        Wiring.pairSink(topology, FEED_ALERTS, topics.alerts(), "feed-guard");
        return topology;
    }

    private static <V> ProcessorSupplier<String, V, Object, Object> supplier(
            Supplier<Processor<String, V, Object, Object>> processor, String store) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, V, Object, Object> get() {
                return processor.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return StoreTables.builders(store);
            }
        };
    }
}
