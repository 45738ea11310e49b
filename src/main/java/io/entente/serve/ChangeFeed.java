package io.entente.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.Alert;
import io.entente.avro.Attention;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.ops.DeadLetters;
import io.entente.pipeline.Stage;
import io.entente.serve.model.ReadModel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What comes in, passed to whoever listens: the live stream, numbers about the feed. */
final class ChangeFeed {
    private static final int MAX_NAMES = 5_000;
    private static final int SHOWN_NAMES = 20;

    /**
     * Where and when a record came.
     *
     * @param key its key
     * @param arrivedAt when it was appended to its topic
     * @param fresh whether it came after the start
     */
    record Arrival(String key, Instant arrivedAt, boolean fresh) {}

    private final Live live;
    private final Views views;
    private final ReadModel model;
    private final Clock clock;
    private final Flow flow;
    private final Map<String, AtomicLong> deadLetters = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> unresolved = new ConcurrentHashMap<>();
    private final Map<Stage, LongAdder> worked = new EnumMap<>(Stage.class);
    private volatile @Nullable Instant lastArrival;
    private volatile @Nullable Instant lastPublished;

    ChangeFeed(Live live, Views views, ReadModel model, Flow flow, Clock clock) {
        this.live = live;
        this.views = views;
        this.model = model;
        this.flow = flow;
        this.clock = clock;
        for (Stage stage : Stage.values()) {
            worked.put(stage, new LongAdder());
        }
    }

    /** What a stage has worked on since the start: articles, statements or events. Ticks are not work. */
    long worked(Stage stage) {
        return Objects.requireNonNull(worked.get(stage)).sum();
    }

    private void work(Stage stage, long records) {
        Objects.requireNonNull(worked.get(stage)).add(records);
    }

    void event(Arrival arrival, @Nullable Event event) {
        if (arrival.fresh() && event != null) {
            live.event(views.record(event));
            work(Stage.ALERT, 1);
            flow.event(event, arrival.arrivedAt());
        }
    }

    void daily(Arrival arrival, @Nullable RelationWindow window) {
        if (arrival.fresh()) {
            live.window(
                    arrival.key(),
                    window == null
                            ? removed(arrival.key())
                            : views.point(window).put("pair", window.getPair()));
        }
    }

    /** That a window has no event any more. {@code key} is {@code CHN-RUS|<window start>}. */
    private static ObjectNode removed(String key) {
        int bar = key.indexOf('|');
        return JsonNodeFactory.instance
                .objectNode()
                .put("pair", bar < 0 ? key : key.substring(0, bar))
                .put("start", key.substring(bar + 1))
                .put("removed", true);
    }

    void alert(Arrival arrival, @Nullable Alert alert, Optional<Alert> before) {
        if (!arrival.fresh()) {
            return;
        }
        if (alert == null) {
            before.ifPresent(gone -> live.send(
                    "alert",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("id", gone.getId())
                            .put("removed", true)));
            return;
        }
        live.send("alert", views.alert(alert, model.attention(), clock.instant()));
        flow.alert(arrival.arrivedAt());
    }

    void attention(Arrival arrival, @Nullable Attention wish) {
        if (arrival.fresh()) {
            ObjectNode data = JsonNodeFactory.instance.objectNode().put("key", arrival.key());
            if (wish != null) {
                data.set("value", views.record(wish));
            }
            live.send("attention", data);
        }
    }

    void article(Arrival arrival, EnrichedArticle article) {
        lastArrival = arrival.arrivedAt();
        lastPublished = article.getPublishedAt();
        for (String name : article.getUnresolved()) {
            if (unresolved.size() < MAX_NAMES || unresolved.containsKey(name)) {
                unresolved.computeIfAbsent(name, unknown -> new AtomicLong()).incrementAndGet();
            }
        }
        if (arrival.fresh()) {
            flow.article(article, arrival.arrivedAt());
            work(Stage.ENRICH, 1);
            work(Stage.RELATE, article.getStatements().size());
        }
    }

    void deadLetter(Headers headers, boolean fresh) {
        Header header = headers.lastHeader(DeadLetters.REASON);
        String reason = header == null || header.value() == null
                ? "UNKNOWN"
                : new String(header.value(), StandardCharsets.UTF_8);
        deadLetters.computeIfAbsent(reason, unknown -> new AtomicLong()).incrementAndGet();
        if (fresh) {
            flow.deadLetter(reason);
        }
    }

    /** Dead letters in the topic by reason. */
    Map<String, Long> deadLetters() {
        Map<String, Long> counts = new TreeMap<>();
        deadLetters.forEach((reason, count) -> counts.put(reason, count.get()));
        return counts;
    }

    void describe(ObjectNode status) {
        Instant arrival = lastArrival;
        Instant published = lastPublished;
        if (arrival != null && published != null) {
            double age = Duration.between(arrival, clock.instant()).toMillis() / 1000.0;
            status.putObject("lastArticle")
                    .put("arrivedAt", arrival.toString())
                    .put("publishedAt", published.toString())
                    .put("ageSeconds", Math.max(0, age));
        }
        ObjectNode letters = status.putObject("deadLetters");
        deadLetters().forEach(letters::put);
        var names = status.putArray("unresolved");
        unresolved.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, AtomicLong> entry) ->
                                -entry.getValue().get())
                        .thenComparing(Map.Entry::getKey))
                .limit(SHOWN_NAMES)
                .forEach(entry -> names.addObject()
                        .put("name", entry.getKey())
                        .put("count", entry.getValue().get()));
    }

    /** Seconds since the last article arrived; NaN before the first. */
    double articleAge() {
        Instant arrival = lastArrival;
        return arrival == null
                ? Double.NaN
                : Duration.between(arrival, clock.instant()).toMillis() / 1000.0;
    }
}
