package io.entente.topology;

import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import io.entente.clock.ClockSettings;
import io.entente.clock.LogEnd;
import io.entente.clock.PartitionClock;
import io.entente.clock.Tick;
import io.entente.coder.Coder;
import io.entente.enrich.Enrich;
import io.entente.enrich.RefusedArticle;
import io.entente.ops.Reason;
import io.entente.ops.RefusedRecord;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** ENRICH: articles become enriched ones and statements; ticks follow them. */
final class EnrichProcessor implements Processor<byte[], Article, Object, Object>, Enrich.Output {
    static final String STORE = "enrich-state";

    private final Coder coder;
    private final ClockSettings settings;
    private final int articlePartitions;
    private final LogEnd end;
    private final LanguageLog languages = new LanguageLog();
    private ProcessorContext<Object, Object> context;
    private Enrich enrich;
    private long timestamp;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
    EnrichProcessor(Coder coder, ClockSettings settings, int articlePartitions, LogEnd end) {
        this.coder = coder;
        this.settings = settings;
        this.articlePartitions = articlePartitions;
        this.end = end;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        PartitionClock clock = new PartitionClock(
                context.taskId().partition(), articlePartitions, settings, end, StoreTables.of(context, STORE), now());
        enrich = new Enrich(coder, settings.future(), clock);
        context.schedule(PartitionClock.CHANGED, PunctuationType.WALL_CLOCK_TIME, time -> enrich.poll(now(), this));
    }

    @Override
    public void process(Record<byte[], Article> record) {
        Article article = record.value();
        if (article == null) {
            return; // nothing to code: published by mistake, or a tombstone
        }
        timestamp = record.timestamp();
        EnrichedArticle coded = code(article);
        languages.see(article, coded, now());
        enrich.accept(coded, now(), this);
    }

    private EnrichedArticle code(Article article) {
        try {
            return enrich.code(article, Instant.ofEpochMilli(timestamp));
        } catch (RefusedArticle e) {
            throw new RefusedRecord(reason(e), e.getMessage());
        }
    }

    private static Reason reason(RefusedArticle refusal) {
        return switch (refusal.fault()) {
            case VALUE -> Reason.INVALID;
            case DATE -> Reason.IMPOSSIBLE_DATE;
            case CODER -> Reason.INTERNAL;
        };
    }

    @Override
    public void enriched(EnrichedArticle article) {
        context.forward(new Record<>(article.getId(), article, timestamp), EnrichTopology.ENRICHED);
    }

    @Override
    public void statement(String key, Statement statement) {
        context.forward(new Record<>(RoutedKey.byPair(key), statement, timestamp), EnrichTopology.STATEMENTS);
    }

    @Override
    public void tick(Tick tick) {
        context.forward(
                new Record<>(
                        RoutedKey.toEvery(Tick.KEY), null, context.currentSystemTimeMs(), TickRecords.headers(tick)),
                EnrichTopology.STATEMENTS);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
