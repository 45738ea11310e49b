package io.entente.topology;

import org.apache.kafka.streams.Topology;

/** What the stages' topologies have in common. */
final class Wiring {
    private Wiring() {}

    /** Adds a sink for keys that are, or begin with, a pair. */
    static void pairSink(Topology topology, String name, Topic<String, ?> topic, String parent) {
        topology.addSink(
                name,
                topic.name(),
                new RoutedKeySerializer(),
                topic.value().serializer(),
                new PairPartitioner(),
                parent);
    }
}
