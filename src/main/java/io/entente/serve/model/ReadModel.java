package io.entente.serve.model;

import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Attention;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.Granularity;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.relation.Pair;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What the topics say now. One thread applies records, any thread asks. Event time moves the horizons: what is older than the history
 * kept is forgotten.
 */
public final class ReadModel implements AutoCloseable {
    /** How far ahead of its watermark an event may move the present. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final Duration HOURLY = Duration.ofDays(14);

    private final Database database;
    private final Limits limits;
    private final RecordTable<Event> events;
    private final RecordTable<Statement> statements;
    private final RecordTable<EnrichedArticle> articles;
    private final RecordTable<Alert> alerts;
    private final WindowIndex hourly;
    private final WindowIndex daily;
    private final Overview overview = new Overview();
    private final AttentionBook attention = new AttentionBook();
    private final Map<String, Alert> open = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private volatile long latest = Long.MIN_VALUE;
    /** Of events without a watermark: it counts only as long as no event has one. */
    private volatile long unconfirmed = Long.MIN_VALUE;

    private int horizonDay = Integer.MIN_VALUE;

    /**
     * How much is kept.
     *
     * @param history event time before the latest event: of daily windows, events and closed alerts
     * @param statements the newest statements
     * @param articles the newest articles
     */
    public record Limits(Duration history, int statements, int articles) {}

    /** @param folder on disk, emptied first; used by this instance alone */
    public ReadModel(Path folder, Limits limits) {
        this.limits = limits;
        this.database = new Database(folder);
        this.events = new RecordTable<>(
                database,
                "events",
                Event.class,
                new RecordTable.Shape<>(Event::getId, Event::getPair, event -> event.getPublishedAt()
                        .toEpochMilli()));
        this.statements = new RecordTable<>(
                database,
                "statements",
                Statement.class,
                new RecordTable.Shape<>(Statement::getId, ReadModel::pair, statement -> statement
                        .getPublishedAt()
                        .toEpochMilli()));
        this.articles = new RecordTable<>(
                database,
                "articles",
                EnrichedArticle.class,
                new RecordTable.Shape<>(EnrichedArticle::getId, article -> "", article -> article.getPublishedAt()
                        .toEpochMilli()));
        this.alerts = new RecordTable<>(
                database,
                "alerts",
                Alert.class,
                new RecordTable.Shape<>(Alert::getId, Alert::getPair, alert -> alert.getUpdatedAt()
                        .toEpochMilli()));
        this.hourly = new WindowIndex(database, "hourly");
        this.daily = new WindowIndex(database, "daily");
    }

    private static String pair(Statement statement) {
        return Pair.of(statement.getSource(), statement.getTarget()).toString();
    }

    /** Takes in an event, a row of its topic; null removes it. */
    public void event(String key, @Nullable Event event) {
        if (event == null) {
            events.delete(key);
        } else {
            events.put(key, event);
            advance(event);
        }
        version.incrementAndGet();
    }

    /** Takes in a statement. */
    public void statement(Statement statement) {
        statements.put(statement.getId(), statement);
        statements.trim(limits.statements());
        version.incrementAndGet();
    }

    /** Takes in a record of {@code articles.enriched}. */
    public void article(EnrichedArticle article) {
        articles.put(article.getId(), article);
        articles.trim(limits.articles());
        version.incrementAndGet();
    }

    /** Takes in a row of {@code relations.hourly} or {@code relations.daily}; null removes it. */
    public void window(Granularity granularity, String key, @Nullable RelationWindow window) {
        WindowIndex table = granularity == Granularity.HOUR ? hourly : daily;
        if (window == null) {
            removeWindow(table, key);
            return;
        }
        long start = window.getStart().toEpochMilli();
        if (start < horizon(granularity == Granularity.HOUR ? HOURLY : limits.history())) {
            return;
        }
        table.put(window);
        if (granularity == Granularity.DAY) {
            overview.put(window);
        }
        version.incrementAndGet();
    }

    private void removeWindow(WindowIndex table, String key) {
        int bar = key.lastIndexOf('|');
        String pair = key.substring(0, bar);
        Instant start = Instant.parse(key.substring(bar + 1));
        table.delete(pair, start);
        if (table == daily) {
            overview.remove(pair, DayRange.of(start.toEpochMilli()));
        }
        version.incrementAndGet();
    }

    /** Takes in an alert, a row of its topic; null removes it. Returns it as it was before. */
    public Optional<Alert> alert(String key, @Nullable Alert alert) {
        if (alert != null && alert.getState() == AlertState.OPEN) {
            open.put(key, alert);
        } else {
            open.remove(key);
        }
        Optional<Alert> before = alert == null ? alerts.delete(key) : alerts.put(key, alert);
        version.incrementAndGet();
        return before;
    }

    /** Takes in a row of {@code attention}; null removes it. */
    public void attention(String key, @Nullable Attention wish) {
        attention.put(key, wish);
        version.incrementAndGet();
    }

    /** How often something has changed: what was asked at the same number has the same answer. */
    public long version() {
        return version.get();
    }

    /** A wrong date must neither move the present nor make all else old: an event goes for no more than a day ahead of its feed. */
    private void advance(Event event) {
        long time = event.getPublishedAt().toEpochMilli();
        Optional<Instant> watermark = event.getWatermark();
        if (watermark.isEmpty()) {
            unconfirmed = Math.max(unconfirmed, time);
            return;
        }
        latest = Math.max(latest, Math.min(time, watermark.get().plus(AHEAD).toEpochMilli()));
        int day = DayRange.of(horizon(limits.history()));
        if (day > horizonDay) {
            horizonDay = day;
            forget();
        }
    }

    private void forget() {
        long history =
                DayRange.of(horizon(limits.history())) * Duration.ofDays(1).toMillis();
        long hours = horizon(HOURLY);
        for (String pair : overview.names()) {
            hourly.forget(pair, hours);
            daily.forget(pair, history);
        }
        overview.forget(horizonDay);
        events.forget(history, event -> false);
        alerts.forget(history, alert -> alert.getState() == AlertState.OPEN);
    }

    private long horizon(Duration kept) {
        return latest == Long.MIN_VALUE ? Long.MIN_VALUE / 2 : latest - kept.toMillis();
    }

    /** Event time of the latest event; empty before the first. */
    public Optional<Instant> asOf() {
        long time = latest == Long.MIN_VALUE ? unconfirmed : latest;
        return time == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(time));
    }

    /** The {@code count} days that end with that of the latest event; with today's where there is none. */
    public DayRange lastDays(int count, Instant now) {
        int end = DayRange.of(asOf().orElse(now).toEpochMilli()) + 1;
        return new DayRange(end - count, end);
    }

    /** Pairs with events in {@code days} or in as many days before, in no order. */
    public List<PairSummary> pairs(DayRange days) {
        return overview.summaries(days);
    }

    /** Every day that has events, of all pairs or of those of one actor, early ones first. */
    public List<DayTotals> days(@Nullable String actor) {
        return overview.days(actor);
    }

    /** A pair; empty if it is unknown. */
    public Optional<PairSummary> pair(String pair, DayRange days) {
        return overview.summary(pair, days);
    }

    /** A pair's windows that begin within {@code span}, early ones first; windows without events are absent. */
    public List<RelationWindow> series(String pair, Granularity granularity, TimeRange span) {
        return (granularity == Granularity.HOUR ? hourly : daily).series(pair, span);
    }

    /** How many pairs have a window in the history kept. */
    public int pairCount() {
        return overview.size();
    }

    /** Events. */
    public RecordTable<Event> events() {
        return events;
    }

    /** The newest statements. */
    public RecordTable<Statement> statements() {
        return statements;
    }

    /** The newest articles. */
    public RecordTable<EnrichedArticle> articles() {
        return articles;
    }

    /** Alerts of every state, by the time of their last change. */
    public RecordTable<Alert> alerts() {
        return alerts;
    }

    /** Open alerts, the last changed first. */
    public List<Alert> openAlerts() {
        return open.values().stream()
                .sorted(Comparator.comparing(Alert::getUpdatedAt)
                        .thenComparing(Alert::getId)
                        .reversed())
                .toList();
    }

    /** Mutes and acknowledgements. */
    public AttentionBook attention() {
        return attention;
    }

    /** Closes the disk; nothing may be asked afterwards. The folder is emptied at the next start. */
    @Override
    public void close() {
        database.close();
    }
}
