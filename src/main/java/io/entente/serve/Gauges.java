package io.entente.serve;

import io.entente.avro.Alert;
import io.entente.avro.Severity;
import io.entente.pipeline.Stage;
import io.entente.serve.model.PairSummary;
import io.entente.serve.model.ReadModel;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Gauges of what SERVE knows. */
final class Gauges {
    private static final int SHOWN_PAIRS = 20;

    private Gauges() {}

    static void register(
            MeterRegistry registry,
            ReadModel model,
            Follower follower,
            Live live,
            ChangeFeed news,
            StageMonitor monitor,
            CollectorStatus collectors) {
        for (Severity severity : Severity.values()) {
            Gauge.builder("entente.alerts.open", model, read -> open(read, severity))
                    .description("Open alerts, muted ones included, by severity.")
                    .tag("severity", severity.name())
                    .register(registry);
        }
        for (Stage stage : Arrays.stream(Stage.values()).filter(Stage::isStream).toList()) {
            stage(registry, monitor, stage, "lag", "Records that the stage has not read yet.", StageMonitor.View::lag);
            stage(registry, monitor, stage, "members", "Members of the stage's group.", StageMonitor.View::members);
            stage(
                    registry,
                    monitor,
                    stage,
                    "rate",
                    "Records that the stage reads a second.",
                    StageMonitor.View::perSecond);
        }
        FunctionCounter.builder("entente.outlier.articles", follower.time(), EventTime::outliers)
                .description(
                        "Articles dated further ahead than others support: taken, but they do not move event time.")
                .register(registry);
        FunctionCounter.builder("entente.late.statements", follower.time(), EventTime::late)
                .description("Statements that came later than the grace allows: they change no event.")
                .register(registry);
        gauge(
                registry,
                "entente.feed.late.articles",
                "Articles that came later than the grace allows, since the feed began.",
                follower.time(),
                EventTime::lateArticles);
        gauge(
                registry,
                "entente.alerts.late.events",
                "Events whose day had closed when they came: alerts do not count them.",
                follower.lateEvents(),
                LateEvents::count);
        gauge(registry, "entente.live.clients", "Clients of the live stream.", live, Live::clients);
        FunctionCounter.builder("entente.live.dropped", live, Live::dropped)
                .description("Clients of the live stream that did not keep up.")
                .register(registry);
        for (CollectorStatus.State state : CollectorStatus.State.values()) {
            Gauge.builder("entente.collectors", collectors, each -> each.count(state))
                    .description("Collectors that report or have reported within a week.")
                    .tag("state", state.name())
                    .register(registry);
        }
        gauge(registry, "entente.article.age.seconds", "Since the last article arrived.", news, ChangeFeed::articleAge);
        gauge(registry, "entente.model.pairs", "Pairs with events in the history kept.", model, ReadModel::pairCount);
        rows(registry, "events", model, read -> read.events().size());
        rows(registry, "statements", model, read -> read.statements().size());
        rows(registry, "articles", model, read -> read.articles().size());
        rows(registry, "alerts", model, read -> read.alerts().size());
        gauge(
                registry,
                "entente.model.ready",
                "1 once the topics have been read.",
                follower,
                reader -> reader.caughtUp() && reader.alive() ? 1 : 0);
        FunctionCounter.builder("entente.model.unreadable", follower, Follower::unreadable)
                .description("Records of the output topics that could not be read.")
                .register(registry);
    }

    /** The busiest pairs of the last week, as they are when this is called; pairs that are no longer among them disappear. */
    static Runnable pairs(MeterRegistry registry, ReadModel model, Clock clock) {
        MultiGauge events = MultiGauge.builder("entente.pair.events")
                .description("Events of the last seven days, of the busiest pairs.")
                .register(registry);
        MultiGauge tension = MultiGauge.builder("entente.pair.tension")
                .description("Tension index of the last seven days, of the busiest pairs.")
                .register(registry);
        return () -> {
            List<PairSummary> busiest = model.pairs(model.lastDays(7, clock.instant())).stream()
                    .sorted(Comparator.comparingInt(PairSummary::events).reversed())
                    .limit(SHOWN_PAIRS)
                    .toList();
            events.register(rows(busiest, PairSummary::events), true);
            tension.register(rows(busiest, PairSummary::tension), true);
        };
    }

    private static List<MultiGauge.Row<?>> rows(List<PairSummary> pairs, ToDoubleFunction<PairSummary> value) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        pairs.forEach(summary ->
                rows.add(MultiGauge.Row.of(Tags.of("pair", summary.pair().toString()), value.applyAsDouble(summary))));
        return rows;
    }

    private static long open(ReadModel model, Severity severity) {
        return model.openAlerts().stream()
                .map(Alert::getSeverity)
                .filter(severity::equals)
                .count();
    }

    private static <T> void gauge(
            MeterRegistry registry, String name, String description, T object, ToDoubleFunction<T> value) {
        Gauge.builder(name, object, value).description(description).register(registry);
    }

    private static void rows(MeterRegistry registry, String table, ReadModel model, ToDoubleFunction<ReadModel> size) {
        Gauge.builder("entente.model.rows", model, size)
                .description("Rows of the read model, by table.")
                .tag("table", table)
                .register(registry);
    }

    private static void stage(
            MeterRegistry registry,
            StageMonitor monitor,
            Stage stage,
            String name,
            String description,
            ToDoubleFunction<StageMonitor.View> value) {
        Gauge.builder("entente.stage." + name, monitor, seen -> seen.views().stream()
                        .filter(view -> view.stage() == stage)
                        .mapToDouble(value)
                        .findFirst()
                        .orElse(Double.NaN))
                .description(description)
                .tag("stage", stage.name())
                .register(registry);
    }
}
