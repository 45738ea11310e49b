package io.entente.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.serve.http.Params;
import io.entente.serve.http.Replies;
import io.entente.serve.model.DayRange;
import io.entente.serve.model.PairSummary;
import io.entente.serve.model.ReadModel;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Actors: names and codes, and the matrix of those with the most events. */
final class ActorsApi {
    private static final int DEFAULT_DAYS = 30;
    private static final int MAX_MATRIX = 60;

    private final ReadModel model;
    private final Views views;
    private final ActorLabels names;
    private final Clock clock;

    ActorsApi(ReadModel model, Views views, ActorLabels names, Clock clock) {
        this.model = model;
        this.views = views;
        this.names = names;
        this.clock = clock;
    }

    /** {@code GET /actors}: those that are known and those that occur, by code. */
    void list(Context context) {
        Params params = new Params(context, List.of("q", "names", "days", "from", "to"));
        boolean withNames = params.flag("names", false);
        Map<String, Integer> events = events(model.pairs(params.days(model, DEFAULT_DAYS, clock.instant())));
        Set<String> codes = new TreeSet<>(names.codes());
        codes.addAll(events.keySet());
        String words = params.text("q");
        Replies.json(
                context,
                views.list(codes.stream()
                        .filter(code -> words == null || matches(code, words))
                        .map(code -> actor(code, events.getOrDefault(code, 0), withNames))
                        .toList()));
    }

    private ObjectNode actor(String code, int events, boolean withNames) {
        ObjectNode actor = views.actor(code).put("events", events);
        if (withNames) {
            names.of(code).also().forEach(actor.putArray("names")::add);
        }
        return actor;
    }

    /** Whether the words are in its code or in any of its names. */
    private boolean matches(String code, String words) {
        String text = words.toLowerCase(Locale.ROOT);
        ActorLabels.Name name = names.of(code);
        return Stream.concat(Stream.of(code, name.name()), name.also().stream())
                .anyMatch(form -> form.toLowerCase(Locale.ROOT).contains(text));
    }

    private static Map<String, Integer> events(List<PairSummary> pairs) {
        Map<String, Integer> events = new HashMap<>();
        for (PairSummary summary : pairs) {
            events.merge(summary.pair().first(), summary.events(), Integer::sum);
            events.merge(summary.pair().second(), summary.events(), Integer::sum);
        }
        return events;
    }

    /** {@code GET /matrix}: who to whom among the actors with the most events; of one actor, it and those it deals with most. */
    void matrix(Context context) {
        Params params = new Params(context, List.of("actors", "actor", "days", "from", "to"));
        String actor = params.code("actor");
        int count = params.whole("actors", 20, 2, MAX_MATRIX);
        DayRange days = params.days(model, DEFAULT_DAYS, clock.instant());
        List<PairSummary> pairs = model.pairs(days).stream()
                .filter(summary -> actor == null || summary.pair().has(actor))
                .toList();
        List<String> busiest = events(pairs).entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
        Set<String> shown = busiest.stream().collect(Collectors.toSet());
        ObjectNode body = views.list(pairs.stream()
                .filter(summary -> summary.events() > 0
                        && shown.contains(summary.pair().first())
                        && shown.contains(summary.pair().second()))
                .sorted(Comparator.comparing(summary -> summary.pair().toString()))
                .map(summary -> views.pair(summary, List.of()))
                .toList());
        ArrayNode actors = body.putArray("actors");
        busiest.forEach(code -> actors.add(views.actor(code)));
        Replies.json(context, views.window(body, days));
    }
}
