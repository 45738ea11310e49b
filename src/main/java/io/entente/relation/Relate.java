package io.entente.relation;

import io.entente.avro.Event;
import io.entente.avro.Granularity;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.clock.Lateness;
import io.entente.store.Tables;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stage RELATE without Kafka: from statements to events, and from these to relations by the hour and the day. Within the grace, events and
 * relations are functions of the set of statements; their order, and any repetition, changes nothing. All lasting state is in the tables:
 * whoever makes them last {@link #publish publishes} first. For one thread.
 */
public final class Relate {

    /** Where the results go. */
    public interface Output {
        /** A new version of an event; null once the event is gone. {@code key} is {@code CHN-RUS|<event id>}. */
        void event(String key, @Nullable Event event);

        /** A new version of an hour's window; null if it has no event any more. {@code key} is {@code CHN-RUS|<window start>}. */
        void hourly(String key, @Nullable RelationWindow window);

        /** A new version of a day's window; null if it has no event any more. {@code key} is {@code CHN-RUS|<window start>}. */
        void daily(String key, @Nullable RelationWindow window);
    }

    private final RelateSettings settings;
    private final Lateness lateness;
    private final Corroboration corroboration;
    private final ReleasedContributions released;
    private final Windows windows;
    private long forgotten = Long.MIN_VALUE;

    /** RELATE under {@code settings} on the state in {@code tables}. */
    public Relate(RelateSettings settings, Tables tables) {
        this.settings = settings;
        this.lateness = new Lateness(settings.grace());
        this.corroboration = new Corroboration(settings, tables);
        this.released = new ReleasedContributions(tables);
        this.windows = new Windows(settings, source());
    }

    private Windows.Source source() {
        return new Windows.Source() {
            @Override
            public List<EventChange> events(String pair, long from, long to) {
                return corroboration.events(pair, from, to);
            }

            /** 0.1.0 forgot by the hour, oldest first: it contributed what comes before the first event that is known. */
            @Override
            public List<ReleasedContributions.Row> released(String pair, long from, long to) {
                long begin = corroboration.begin(pair).orElse(Long.MAX_VALUE);
                return released.rows(pair, from, Math.min(to, begin));
            }
        };
    }

    /**
     * Takes a statement. What it changes goes out with the next {@link #publish}.
     *
     * @param key the record's key, which must be the statement's pair
     * @param watermark up to where event time is complete; null if that is not known yet
     * @throws RefusedStatement if the statement contradicts its key or itself
     */
    public StatementFate statement(String key, Statement statement, @Nullable Instant watermark)
            throws RefusedStatement {
        Validation.check(key, statement);
        if (statement.getStatus() == Status.DENIED
                || statement.getStatus() == Status.PAST
                || statement.getConfidence() < settings.minConfidence()
                || OldActs.isOne(statement)) {
            return StatementFate.NO_EVENT;
        }
        if (lateness.isLate(statement.getPublishedAt(), watermark)) {
            return StatementFate.LATE;
        }
        return corroboration.add(key, statement) ? StatementFate.TAKEN : StatementFate.REPEATED;
    }

    /**
     * Publishes the events and windows that have changed since the last call: once, however often each has changed. To be called before the
     * tables are made to last, since they do not say what is due; and before the watermark is passed on to those who read events.
     */
    public void publish(Output out) {
        List<EventChange> changes = corroboration.changes();
        for (EventChange change : changes) {
            out.event(change.key(), change.event());
        }
        windows.apply(changes);
        for (Window window : windows.changed()) {
            if (window.granularity() == Granularity.HOUR) {
                out.hourly(window.key(), window.last());
            } else {
                out.daily(window.key(), window.last());
            }
        }
    }

    /**
     * Follows the watermark: what is older than the grace and the window of joining is frozen and forgotten, day by day, after what has
     * changed has been published. Costs nothing while the hour is the same.
     */
    public void advance(Instant watermark, Output out) {
        long horizon =
                watermark.minus(settings.grace()).minus(settings.joinWindow()).toEpochMilli();
        long hour = Forgetting.hour(horizon);
        if (hour > forgotten) {
            forgotten = hour;
            publish(out);
            corroboration.forget(horizon);
            released.forget(horizon);
        }
    }
}
