package io.entente.topology;

import io.entente.avro.Article;
import io.entente.clock.ClockSettings;
import io.entente.clock.LogEnd;
import io.entente.coder.Coder;
import java.util.Set;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** ENRICH: from {@code articles} to {@code articles.enriched} and {@code statements}. */
public final class EnrichTopology {
    static final String ENRICHED = "enriched";
    static final String STATEMENTS = "statements";

    private EnrichTopology() {}

    /**
     * The topology of ENRICH.
     *
     * @param articlePartitions how many partitions {@code articles} has
     * @param end knows when {@code articles} has been read to its end
     */
    public static Topology build(Topics topics, Coder coder, ClockSettings clock, int articlePartitions, LogEnd end) {
        ProcessorSupplier<byte[], Article, Object, Object> enrich = new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], Article, Object, Object> get() {
                return new EnrichProcessor(coder, clock, articlePartitions, end);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return StoreTables.builders(EnrichProcessor.STORE);
            }
        };
        Topology topology = new Topology()
                .addSource(
                        "articles",
                        topics.articles().key().deserializer(),
                        topics.articles().value().deserializer(),
                        topics.articles().name())
                .addProcessor("enrich", enrich, "articles")
                .addSink(
                        ENRICHED,
                        topics.enriched().name(),
                        topics.enriched().key().serializer(),
                        topics.enriched().value().serializer(),
                        "enrich");
        Wiring.pairSink(topology, STATEMENTS, topics.statements(), "enrich");
        return topology;
    }
}
