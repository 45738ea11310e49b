package io.entente.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.Alert;
import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.Granularity;
import io.entente.relation.Pair;
import io.entente.serve.http.Params;
import io.entente.serve.http.Problem;
import io.entente.serve.http.Replies;
import io.entente.serve.model.Cursor;
import io.entente.serve.model.DayRange;
import io.entente.serve.model.DirectionSummary;
import io.entente.serve.model.Page;
import io.entente.serve.model.PairSummary;
import io.entente.serve.model.ReadModel;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pairs: the overview and one pair. */
final class PairsApi {
    private static final int DEFAULT_DAYS = 30;
    private static final int BASELINE_DAYS = 28;
    private static final int MIX_EVENTS = 5_000;
    private static final Duration MAX_HOURLY = Duration.ofDays(14);
    private static final Map<String, Comparator<PairSummary>> ORDERS = Map.of(
            "events", Comparator.comparingDouble(PairSummary::events),
            "tension", Comparator.comparingDouble(PairSummary::tension),
            "change", Comparator.comparingDouble(PairsApi::change),
            "surprise", Comparator.comparingDouble(PairsApi::notable),
            "surge", Comparator.comparingDouble(summary -> summary.events() - summary.eventsBefore()),
            "sentiment", Comparator.comparingDouble(PairsApi::sentiment),
            "pair", Comparator.comparing(summary -> summary.pair().toString()));

    private final ReadModel model;
    private final Views views;
    private final ActorLabels names;
    private final Clock clock;

    PairsApi(ReadModel model, Views views, ActorLabels names, Clock clock) {
        this.model = model;
        this.views = views;
        this.names = names;
        this.clock = clock;
    }

    /** A pair without a before has not changed, as far as anyone knows. */
    private static double change(PairSummary summary) {
        return summary.hasHistory() ? Math.abs(summary.change()) : -1;
    }

    /** What became more hostile comes before what became as much warmer. */
    private static double notable(PairSummary summary) {
        double surprise = summary.surprise();
        return surprise >= 0 ? surprise : -surprise / 2;
    }

    private static double sentiment(PairSummary summary) {
        Double mean = summary.sentiment();
        return mean == null ? 0 : mean;
    }

    /** {@code GET /pairs}. */
    void list(Context context) {
        Params params = new Params(
                context,
                List.of("limit", "cursor", "days", "from", "to", "q", "actor", "minEvents", "sort", "order", "format"));
        DayRange days = params.days(model, DEFAULT_DAYS, clock.instant());
        List<PairSummary> sorted = sorted(params, days);
        if (params.oneOf("format", "json", Set.of("json", "csv")).equals("csv")) {
            Csv.pairs(context, sorted, names);
            return;
        }
        Page<PairSummary> page = page(sorted, params.limit(), params.cursor());
        Map<String, List<Alert>> open = openAlerts();
        ObjectNode body = views.page(
                page,
                summary -> views.pair(summary, open.getOrDefault(summary.pair().toString(), List.of())));
        body.put("total", sorted.size());
        Replies.json(context, views.window(body, days));
    }

    /** {@code GET /days}: every day that has events. */
    void days(Context context) {
        Params params = new Params(context, List.of("actor"));
        Replies.json(
                context,
                views.list(model.days(params.code("actor")).stream()
                        .map(views::day)
                        .toList()));
    }

    private List<PairSummary> sorted(Params params, DayRange days) {
        String sort = params.oneOf("sort", "events", ORDERS.keySet());
        boolean ascending = params.oneOf("order", sort.equals("pair") ? "asc" : "desc", Set.of("asc", "desc"))
                .equals("asc");
        Comparator<PairSummary> order = Objects.requireNonNull(ORDERS.get(sort));
        List<PairSummary> found = new ArrayList<>(
                model.pairs(days).stream().filter(wanted(params)).toList());
        found.sort((ascending ? order : order.reversed())
                .thenComparing(summary -> summary.pair().toString()));
        return found;
    }

    private Predicate<PairSummary> wanted(Params params) {
        String actor = params.code("actor");
        String words = params.text("q");
        int least = params.whole("minEvents", 1, 0, Integer.MAX_VALUE);
        return summary -> summary.events() >= least
                && (actor == null || summary.pair().has(actor))
                && (words == null || named(summary.pair(), words));
    }

    /** Every word is in a code or a name of the pair. */
    private boolean named(Pair pair, String words) {
        String text = String.join(
                        " ",
                        pair.toString(),
                        names.of(pair.first()).name(),
                        names.of(pair.second()).name())
                .toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** The cursor of a sorted list is the place in it: the list may change between pages. */
    private static Page<PairSummary> page(List<PairSummary> sorted, int limit, @Nullable Cursor cursor) {
        int begin = cursor == null ? 0 : (int) Math.min(sorted.size(), Math.max(0, cursor.time()));
        int end = Math.min(sorted.size(), begin + limit);
        Cursor next = end == sorted.size() ? null : new Cursor(end, "pairs");
        return new Page<>(sorted.subList(begin, end), next);
    }

    private Map<String, List<Alert>> openAlerts() {
        Instant now = clock.instant();
        return model.openAlerts().stream()
                .filter(alert -> model.attention().mute(alert, now).isEmpty())
                .collect(Collectors.groupingBy(Alert::getPair));
    }

    /** {@code GET /pairs/{pair}}. */
    void one(Context context) {
        Params params = new Params(context, List.of("days", "from", "to", "granularity", "format"));
        String pair = Params.checkedPair("pair", context.pathParam("pair"));
        DayRange days = params.days(model, DEFAULT_DAYS, clock.instant());
        Granularity granularity =
                params.oneOf("granularity", "day", Set.of("day", "hour")).equals("hour")
                        ? Granularity.HOUR
                        : Granularity.DAY;
        if (granularity == Granularity.HOUR && days.length() > MAX_HOURLY.toDays()) {
            throw Problem.badRequest("hours are kept for " + MAX_HOURLY.toDays() + " days: ask for fewer days");
        }
        PairSummary summary = model.pair(pair, days).orElseThrow(() -> Problem.notFound("pair " + pair));
        var series = model.series(pair, granularity, days.span());
        if (params.oneOf("format", "json", Set.of("json", "csv")).equals("csv")) {
            Csv.series(context, pair, series);
            return;
        }
        ObjectNode body = views.pair(summary, openAlerts().getOrDefault(pair, List.of()));
        views.window(body, days);
        body.put("granularity", granularity.name());
        body.putArray("series").addAll(series.stream().map(views::point).toList());
        mix(body, pair, days);
        baseline(body, summary.pair(), days);
        alerts(body, pair, days);
        Replies.json(context, body);
    }

    private void mix(ObjectNode body, String pair, DayRange days) {
        Page<Event> events = model.events().page(pair, days.span(), null, MIX_EVENTS, event -> true);
        Map<EventType, int[]> counts = new EnumMap<>(EventType.class);
        for (Event event : events.items()) {
            boolean forward = event.getSource().compareTo(event.getTarget()) < 0;
            int[] sides = counts.computeIfAbsent(event.getEvent(), type -> new int[2]);
            sides[0] += forward || event.getMutual() ? 1 : 0;
            sides[1] += !forward || event.getMutual() ? 1 : 0;
        }
        ArrayNode mix = body.putArray("mix");
        counts.forEach((type, count) -> mix.addObject()
                .put("event", type.name())
                .put("forward", count[0])
                .put("backward", count[1]));
        body.put("mixComplete", events.next() == null);
    }

    private void baseline(ObjectNode body, Pair pair, DayRange days) {
        DayRange usual = days.before(BASELINE_DAYS);
        PairSummary before = model.pair(pair.toString(), usual).orElseThrow();
        DirectionSummary forward = before.forward();
        ArrayNode baseline = body.putArray("baseline");
        baseline.add(views.baseline(pair.first(), pair.second(), forward, usual));
        baseline.add(views.baseline(pair.second(), pair.first(), before.backward(), usual));
    }

    /** Alerts that were open at some time of these days. */
    private void alerts(ObjectNode body, String pair, DayRange days) {
        Instant end = Instant.ofEpochMilli(days.span().to());
        Instant now = clock.instant();
        ArrayNode alerts = body.putArray("alerts");
        model.alerts()
                .page(
                        pair,
                        new io.entente.serve.model.TimeRange(days.span().from(), Long.MAX_VALUE),
                        null,
                        Params.MAX_LIMIT,
                        alert -> alert.getOpenedAt().isBefore(end))
                .items()
                .forEach(alert -> alerts.add(views.alert(alert, model.attention(), now)));
    }
}
