package io.entente.topology;

import io.entente.article.Articles;
import io.entente.article.InvalidArticle;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import io.entente.clock.ClockSettings;
import io.entente.clock.PartitionClock;
import io.entente.clock.Tick;
import io.entente.coder.Coder;
import io.entente.ops.Reason;
import io.entente.ops.RefusedRecord;
import io.entente.relation.Pair;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** ENRICH: codes articles and keeps the clock of their partition. */
final class EnrichProcessor implements Processor<byte[], Article, Object, Object> {
    static final String STORE = "enrich-state";

    private final Coder coder;
    private final ClockSettings settings;
    private final int articlePartitions;
    private ProcessorContext<Object, Object> context;
    private PartitionClock clock;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init first
    EnrichProcessor(Coder coder, ClockSettings settings, int articlePartitions) {
        this.coder = coder;
        this.settings = settings;
        this.articlePartitions = articlePartitions;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        clock = new PartitionClock(
                context.taskId().partition(), articlePartitions, settings, new StoreTables(context, STORE), now());
        context.schedule(PartitionClock.CHANGED, PunctuationType.WALL_CLOCK_TIME, time -> clock.poll(now())
                .ifPresent(this::forward));
    }

    @Override
    public void process(Record<byte[], Article> record) {
        Article article = record.value();
        if (article == null) {
            return; // nothing to code: published by mistake, or a tombstone
        }
        validate(article, Instant.ofEpochMilli(record.timestamp()));
        EnrichedArticle coded = code(article);
        @Nullable Tick due = clock.accept(article.getPublishedAt(), now()).orElse(null);
        EnrichedArticle enriched = watermarked(coded);
        context.forward(new Record<>(enriched.getId(), enriched, record.timestamp()), EnrichTopology.ENRICHED);
        forward(enriched.getStatements(), record.timestamp());
        if (due != null) {
            forward(due);
        }
    }

    private void validate(Article article, Instant arrival) {
        try {
            Articles.validate(article);
        } catch (InvalidArticle e) {
            throw new RefusedRecord(
                    article.getPublishedAt().isBefore(Instant.EPOCH) ? Reason.IMPOSSIBLE_DATE : Reason.INVALID,
                    e.getMessage());
        }
        try {
            Articles.validateDate(article, arrival, settings.future());
        } catch (InvalidArticle e) {
            throw new RefusedRecord(Reason.IMPOSSIBLE_DATE, e.getMessage());
        }
    }

    /** ENRICH keeps nothing of an article but its date, so an error of the coder costs this one article only. */
    private EnrichedArticle code(Article article) {
        try {
            return coder.code(article);
        } catch (RuntimeException | StackOverflowError e) {
            throw new RefusedRecord(
                    Reason.INTERNAL, "the coder failed (" + e + "): report it with this record, then replay it");
        }
    }

    /** A builder would copy all mentions. */
    private EnrichedArticle watermarked(EnrichedArticle coded) {
        return new EnrichedArticle(
                coded.getId(),
                coded.getUrl().orElse(null),
                coded.getOutlet().orElse(null),
                coded.getTitle().orElse(null),
                coded.getBody(),
                coded.getLanguage(),
                coded.getPublishedAt(),
                coded.getFetchedAt().orElse(null),
                coded.getTone().orElse(null),
                coded.getMentions(),
                coded.getStatements().stream().map(this::watermarked).toList(),
                coded.getUnresolved(),
                coded.getCoder().orElse(null));
    }

    private Statement watermarked(Statement statement) {
        return Statement.newBuilder(statement).setWatermark(clock.watermark()).build();
    }

    private void forward(List<Statement> statements, long timestamp) {
        for (Statement statement : statements) {
            RoutedKey key = RoutedKey.byPair(
                    Pair.of(statement.getSource(), statement.getTarget()).toString());
            context.forward(new Record<>(key, statement, timestamp), EnrichTopology.STATEMENTS);
        }
    }

    private void forward(Tick tick) {
        Record<Object, Object> record = new Record<>(
                RoutedKey.toEvery(Tick.KEY), null, context.currentSystemTimeMs(), TickRecords.headers(tick));
        context.forward(record, EnrichTopology.STATEMENTS);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
