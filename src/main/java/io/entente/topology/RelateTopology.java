package io.entente.topology;

import io.entente.avro.Statement;
import io.entente.clock.LogEnd;
import io.entente.relation.RelateSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** RELATE: from {@code statements} to {@code events} and the relation windows. */
public final class RelateTopology {
    static final String EVENTS = "events";
    static final String HOURLY = "hourly";
    static final String DAILY = "daily";

    private RelateTopology() {}

    /**
     * The topology of RELATE.
     *
     * @param future how far after its arrival a statement may be dated
     * @param pairPartitions how many partitions the topics keyed by pair have
     * @param ends where the partitions of {@code statements} end that RELATE starts to reread; empty if it continues
     * @param end knows when {@code statements} has been read to its end
     */
    public static Topology build(
            Topics topics,
            RelateSettings settings,
            Duration future,
            int pairPartitions,
            Map<Integer, Long> ends,
            LogEnd end) {
        ProcessorSupplier<String, Statement, Object, Object> relate = new ProcessorSupplier<>() {
            @Override
            public Processor<String, Statement, Object, Object> get() {
                return new RelateProcessor(settings, future, pairPartitions, ends, end);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return StoreTables.builders(RelateProcessor.STORE);
            }
        };
        Topology topology = new Topology()
                .addSource(
                        "statements",
                        topics.statements().key().deserializer(),
                        topics.statements().value().deserializer(),
                        topics.statements().name())
                .addProcessor("relate", relate, "statements");
        Wiring.pairSink(topology, EVENTS, topics.events(), "relate");
        Wiring.pairSink(topology, HOURLY, topics.hourly(), "relate");
        Wiring.pairSink(topology, DAILY, topics.daily(), "relate");
        return topology;
    }
}
