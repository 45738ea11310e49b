package io.entente.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.alert.episode.Episode;
import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.Attention;
import io.entente.avro.AttentionAction;
import io.entente.avro.Severity;
import io.entente.serve.http.JsonBody;
import io.entente.serve.http.Params;
import io.entente.serve.http.Problem;
import io.entente.serve.http.Replies;
import io.entente.serve.model.AttentionBook;
import io.entente.serve.model.Cursor;
import io.entente.serve.model.Page;
import io.entente.serve.model.ReadModel;
import io.entente.serve.model.TimeRange;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Alerts, and what users ask about them. */
final class AlertsApi {
    private static final Duration MAX_MUTE = Duration.ofDays(3660);
    private static final int MAX_NOTE = 1000;

    private final ReadModel model;
    private final Views views;
    private final AttentionWriter writer;
    private final Clock clock;

    AlertsApi(ReadModel model, Views views, AttentionWriter writer, Clock clock) {
        this.model = model;
        this.views = views;
        this.writer = writer;
        this.clock = clock;
    }

    /** {@code GET /alerts}. */
    void list(Context context) {
        Params params = new Params(
                context,
                List.of(
                        "state",
                        "severity",
                        "kind",
                        "pair",
                        "actor",
                        "episode",
                        "muted",
                        "acknowledged",
                        "days",
                        "from",
                        "to",
                        "limit",
                        "cursor"));
        Set<AlertState> states = params.symbols("state", AlertState.class);
        Predicate<Alert> wanted = wanted(params, states);
        Page<Alert> page = states.equals(EnumSet.of(AlertState.OPEN))
                ? open(params, wanted)
                : model.alerts()
                        .page(
                                params.pair("pair"),
                                params.span(model, clock.instant()),
                                params.cursor(),
                                params.limit(),
                                wanted);
        Instant now = clock.instant();
        EpisodeViews episodes = EpisodeViews.of(page.items(), model);
        Replies.json(context, views.page(page, alert -> {
            ObjectNode view = views.alert(alert, model.attention(), now);
            episodes.add(view, alert);
            return view;
        }));
    }

    private Predicate<Alert> wanted(Params params, Set<AlertState> states) {
        Set<AlertKind> kinds = params.symbols("kind", AlertKind.class);
        String severity = params.text("severity");
        Severity least = severity == null ? Severity.INFO : Params.symbol("severity", severity, Severity.class);
        String episode = params.text("episode");
        String actor = params.code("actor");
        boolean muted = params.flag("muted", true);
        boolean acknowledged = params.flag("acknowledged", true);
        Instant now = clock.instant();
        return alert -> (states.isEmpty() || states.contains(alert.getState()))
                && (kinds.isEmpty() || kinds.contains(alert.getKind()))
                && alert.getSeverity().compareTo(least) >= 0
                && (actor == null || List.of(alert.getPair().split("-")).contains(actor))
                && (episode == null || episode.equals(alert.getEpisodeId()))
                && (muted || model.attention().mute(alert, now).isEmpty())
                && (acknowledged || model.attention().acknowledgement(alert).isEmpty());
    }

    /** Open alerts are few and may be old: they are not looked for among all. */
    private Page<Alert> open(Params params, Predicate<Alert> wanted) {
        String pair = params.pair("pair");
        TimeRange span = params.span(model, clock.instant());
        Cursor after = params.cursor();
        List<Alert> found = model.openAlerts().stream()
                .filter(alert -> pair == null || pair.equals(alert.getPair()))
                .filter(alert -> span.contains(alert.getUpdatedAt().toEpochMilli()))
                .filter(alert -> after == null || isBehind(alert, after))
                .filter(wanted)
                .toList();
        int limit = params.limit();
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), cursor(found.get(limit - 1)));
    }

    private static boolean isBehind(Alert alert, Cursor after) {
        long time = alert.getUpdatedAt().toEpochMilli();
        return time < after.time() || (time == after.time() && alert.getId().compareTo(after.key()) < 0);
    }

    private static Cursor cursor(Alert alert) {
        return new Cursor(alert.getUpdatedAt().toEpochMilli(), alert.getId());
    }

    private Alert find(Context context) {
        return model.alerts().find(context.pathParam("id")).orElseThrow(() -> Problem.notFound("alert with this id"));
    }

    /** {@code GET /alerts/{id}}: with its events in full and the other alerts of its episode. */
    void one(Context context) {
        new Params(context, List.of());
        Alert alert = find(context);
        Instant now = clock.instant();
        ObjectNode body = views.alert(alert, model.attention(), now);
        ArrayNode events = body.putArray("events");
        alert.getEvidence().forEach(evidence -> model.events()
                .find(evidence.getEventId())
                .map(views::record)
                .ifPresent(events::add));
        ArrayNode others = body.putArray("episode");
        Episode episode = EpisodeViews.of(List.of(alert), model).of(alert);
        if (episode != null) {
            body.put("episodeTitle", episode.title());
            episode.alerts().stream()
                    .filter(other -> !other.getId().equals(alert.getId()))
                    .forEach(other -> others.add(views.alert(other, model.attention(), now)));
        }
        Replies.json(context, body);
    }

    /** {@code PUT /alerts/{id}/acknowledgement}. */
    void acknowledge(Context context) {
        JsonNode body = JsonBody.read(context);
        Alert alert = find(context);
        Instant now = clock.instant();
        Attention wish = Attention.newBuilder()
                .setAction(AttentionAction.ACKNOWLEDGE)
                .setPair(alert.getPair())
                .setAlertId(alert.getId())
                .setSeverity(alert.getSeverity())
                .setAt(now)
                .setNote(note(body))
                .build();
        writer.write(AttentionBook.acknowledgementKey(alert), wish);
        context.status(202);
        Replies.json(context, views.record(wish));
    }

    /** {@code DELETE /alerts/{id}/acknowledgement}. */
    void withdrawAcknowledgement(Context context) {
        writer.write(AttentionBook.acknowledgementKey(find(context)), null);
        context.status(204);
    }

    /** {@code GET /mutes}. */
    void mutes(Context context) {
        new Params(context, List.of());
        Replies.json(
                context,
                views.list(model.attention().mutes(clock.instant()).stream()
                        .map(views::record)
                        .toList()));
    }

    /** {@code PUT /mutes}. */
    void mute(Context context) {
        JsonNode body = JsonBody.read(context);
        String asked = JsonBody.text(body, "pair");
        String pair = asked == null ? null : Params.checkedPair("pair", asked);
        String kindName = JsonBody.text(body, "kind");
        AlertKind kind = kindName == null ? null : Params.symbol("kind", kindName, AlertKind.class);
        if (pair == null && kind == null) {
            throw Problem.badRequest("a mute needs a 'pair', a 'kind' or both");
        }
        Instant now = clock.instant();
        Attention wish = Attention.newBuilder()
                .setAction(AttentionAction.MUTE)
                .setPair(pair)
                .setKind(kind)
                .setUntil(until(JsonBody.text(body, "until"), now))
                .setAt(now)
                .setNote(note(body))
                .build();
        writer.write(AttentionBook.muteKey(pair, kind), wish);
        context.status(202);
        Replies.json(context, views.record(wish));
    }

    private static Instant until(@Nullable String value, Instant now) {
        try {
            Instant until = Instant.parse(value == null ? "" : value);
            if (until.isAfter(now) && until.isBefore(now.plus(MAX_MUTE))) {
                return until;
            }
        } catch (DateTimeException e) {
            throw Problem.badRequest("'until' must be a time such as 2030-01-01T00:00:00Z");
        }
        throw Problem.badRequest("'until' must be in the future, within ten years");
    }

    private static @Nullable String note(JsonNode body) {
        String note = JsonBody.text(body, "note");
        if (note != null && note.length() > MAX_NOTE) {
            throw Problem.badRequest("'note' is longer than " + MAX_NOTE + " characters");
        }
        return note;
    }

    /** {@code DELETE /mutes}. */
    void unmute(Context context) {
        Params params = new Params(context, List.of("pair", "kind"));
        String kind = params.text("kind");
        String pair = params.pair("pair");
        if (pair == null && kind == null) {
            throw Problem.badRequest("give the mute's 'pair', its 'kind' or both");
        }
        writer.write(
                AttentionBook.muteKey(pair, kind == null ? null : Params.symbol("kind", kind, AlertKind.class)), null);
        context.status(204);
    }
}
