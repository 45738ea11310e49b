package io.entente.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.Alert;
import io.entente.avro.Attention;
import io.entente.avro.RelationWindow;
import io.entente.json.RecordJson;
import io.entente.relation.Pair;
import io.entente.serve.model.AttentionBook;
import io.entente.serve.model.DayRange;
import io.entente.serve.model.DayTotals;
import io.entente.serve.model.DirectionSummary;
import io.entente.serve.model.Page;
import io.entente.serve.model.PairSummary;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What the API says, as JSON. Absent values are left out, as everywhere. Links of articles whose scheme is not on the list are left out, too. */
final class Views {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final double MICRO = 1e6;
    private static final double ROUND = 1e4;

    private final RecordJson records = new RecordJson();
    private final ActorLabels names;

    Views(ActorLabels names) {
        this.names = names;
    }

    /** A record as everywhere in Entente. */
    ObjectNode record(SpecificRecord record) {
        ObjectNode node = records.write(record);
        dropForeignLinks(node);
        return node;
    }

    /** A link may lead to the web only: no script, no file. */
    private static void dropForeignLinks(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("url")
                && !isWeb(object.get("url").asText())) {
            object.remove("url");
        }
        node.forEach(Views::dropForeignLinks);
    }

    static boolean isWeb(String url) {
        try {
            URI uri = URI.create(url.trim());
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    <V> ObjectNode page(Page<V> page, Function<V, ObjectNode> view) {
        ObjectNode node = list(page.items().stream().map(view).toList());
        if (page.next() != null) {
            node.put("next", page.next().toString());
        }
        return node;
    }

    ObjectNode list(Collection<ObjectNode> items) {
        ObjectNode node = NODES.objectNode();
        node.putArray("items").addAll(items);
        return node;
    }

    ObjectNode actor(String code) {
        ActorLabels.Name name = names.of(code);
        ObjectNode node = NODES.objectNode();
        node.put("code", code);
        node.put("name", name.name());
        node.put("kind", name.kind().name());
        return node;
    }

    /** Says which days an answer is about. */
    ObjectNode window(ObjectNode node, DayRange days) {
        node.put("from", days.first().toString());
        node.put("to", days.end().toString());
        return node;
    }

    ObjectNode pair(PairSummary summary, Collection<Alert> open) {
        Pair pair = summary.pair();
        ObjectNode node = NODES.objectNode();
        node.put("pair", pair.toString());
        node.set("first", actor(pair.first()));
        node.set("second", actor(pair.second()));
        node.put("events", summary.events());
        node.put("eventsBefore", summary.eventsBefore());
        put(node, "sentiment", summary.sentiment());
        node.put("tension", round(summary.tension()));
        if (summary.hasHistory()) {
            node.put("tensionBefore", round(summary.tensionBefore()));
            node.put("change", round(summary.change()));
        }
        node.put("surprise", round(summary.surprise()));
        node.set("forward", direction(pair.first(), pair.second(), summary.forward(), summary.forwardBefore()));
        node.set("backward", direction(pair.second(), pair.first(), summary.backward(), summary.backwardBefore()));
        if (summary.lastEventAt() != Long.MIN_VALUE) {
            node.put("lastEventAt", Instant.ofEpochMilli(summary.lastEventAt()).toString());
        }
        node.put("openAlerts", open.size());
        open.stream().map(Alert::getSeverity).max(Enum::compareTo).ifPresent(top -> node.put("severity", top.name()));
        return node;
    }

    private static ObjectNode direction(String source, String target, DirectionSummary now, DirectionSummary before) {
        ObjectNode node = NODES.objectNode();
        node.put("source", source);
        node.put("target", target);
        node.put("events", now.events());
        node.put("verbalCooperation", now.verbalCooperation());
        node.put("materialCooperation", now.materialCooperation());
        node.put("verbalConflict", now.verbalConflict());
        node.put("materialConflict", now.materialConflict());
        node.put("neutral", now.neutral());
        node.put("reported", now.reported());
        sentiment(node, now);
        node.put("eventsBefore", before.events());
        put(node, "sentimentBefore", before.sentiment());
        return node;
    }

    /** Mean sentiment and its 95 % interval. */
    private static void sentiment(ObjectNode node, DirectionSummary totals) {
        Double mean = totals.sentiment();
        Double margin = totals.margin();
        put(node, "sentiment", mean);
        if (mean != null && margin != null) {
            put(node, "sentimentLow", Math.max(-1, mean - margin));
            put(node, "sentimentHigh", Math.min(1, mean + margin));
        }
    }

    ObjectNode day(DayTotals totals) {
        return NODES.objectNode()
                .put("day", totals.day().toString())
                .put("events", totals.events())
                .put("cooperation", round(totals.cooperation()))
                .put("conflict", round(totals.conflict()));
    }

    /** What is usual in a direction. */
    ObjectNode baseline(String source, String target, DirectionSummary totals, DayRange days) {
        ObjectNode node = NODES.objectNode();
        node.put("source", source);
        node.put("target", target);
        node.put("eventsPerDay", round((double) totals.events() / days.length()));
        sentiment(node, totals);
        return window(node, days);
    }

    /** A window of a series. Sums become means, for people; the raw sums are in the topic. */
    ObjectNode point(RelationWindow window) {
        ObjectNode node = NODES.objectNode();
        node.put("start", window.getStart().toString());
        node.put("tension", round(window.getTension()));
        node.put("outlets", window.getOutlets());
        node.set("forward", point(window.getForward()));
        node.set("backward", point(window.getBackward()));
        ArrayNode strongest = node.putArray("strongest");
        window.getStrongest().forEach(strongest::add);
        return node;
    }

    private static ObjectNode point(io.entente.avro.DirectionTotals totals) {
        ObjectNode node = NODES.objectNode();
        node.put("events", totals.getEvents());
        node.put("verbalCooperation", totals.getVerbalCooperation());
        node.put("materialCooperation", totals.getMaterialCooperation());
        node.put("verbalConflict", totals.getVerbalConflict());
        node.put("materialConflict", totals.getMaterialConflict());
        node.put("neutral", totals.getNeutral());
        node.put("reported", totals.getReported());
        sentiment(
                node,
                new DirectionSummary(
                        totals.getEvents(),
                        totals.getVerbalCooperation(),
                        totals.getMaterialCooperation(),
                        totals.getVerbalConflict(),
                        totals.getMaterialConflict(),
                        totals.getReported(),
                        totals.getSentimentSum() / MICRO,
                        totals.getSentimentSquares() / MICRO,
                        totals.getCooperation() / MICRO,
                        totals.getConflict() / MICRO));
        if (totals.getEvents() > 0) {
            node.put("intensity", round(totals.getIntensitySum() / MICRO / totals.getEvents()));
        }
        return node;
    }

    /** An alert and what users asked about it. */
    ObjectNode alert(Alert alert, AttentionBook attention, Instant now) {
        ObjectNode node = record(alert);
        Optional<Attention> mute = attention.mute(alert, now);
        Optional<Attention> seen = attention.acknowledgement(alert);
        node.put("muted", mute.isPresent());
        mute.flatMap(Attention::getUntil).ifPresent(until -> node.put("mutedUntil", until.toString()));
        node.put("acknowledged", seen.isPresent());
        seen.ifPresent(wish -> {
            node.put("acknowledgedAt", wish.getAt().toString());
            wish.getNote().ifPresent(note -> node.put("acknowledgedNote", note));
        });
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable Double value) {
        if (value != null) {
            node.put(name, round(value));
        }
    }

    private static double round(double value) {
        return Math.round(value * ROUND) / ROUND;
    }
}
