package io.entente.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.entente.avro.DirectionTotals;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.serve.http.Replies;
import io.entente.serve.model.PairSummary;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists as CSV (RFC 4180) for spreadsheets: a header, one line a row, no cell that a spreadsheet would run as a formula. */
final class Csv {
    private static final CsvMapper MAPPER = new CsvMapper();
    private static final String FORMULA = "=+-@\t\r";
    private static final List<String> PAIR_COLUMNS = List.of(
            "pair",
            "first",
            "second",
            "events",
            "events_before",
            "sentiment",
            "tension",
            "tension_before",
            "forward_events",
            "forward_sentiment",
            "backward_events",
            "backward_sentiment",
            "surprise");
    private static final List<String> CODED_COLUMNS = List.of(
            "id",
            "published_at",
            "source",
            "target",
            "event",
            "quad",
            "sign",
            "sentiment",
            "intensity",
            "status",
            "outlet",
            "title",
            "url",
            "sentence",
            "trigger",
            "rule",
            "confidence",
            "reports",
            "copies");
    private static final List<String> SERIES_COLUMNS = List.of(
            "pair",
            "start",
            "tension",
            "outlets",
            "forward_events",
            "forward_sentiment",
            "forward_conflict",
            "backward_events",
            "backward_sentiment",
            "backward_conflict");

    private Csv() {}

    static void pairs(Context context, List<PairSummary> pairs, ActorLabels names) {
        send(
                context,
                "pairs",
                PAIR_COLUMNS,
                pairs.stream().map(pair -> row(pair, names)).toList());
    }

    private static List<Object> row(PairSummary pair, ActorLabels names) {
        return cells(
                pair.pair(),
                names.of(pair.pair().first()).name(),
                names.of(pair.pair().second()).name(),
                pair.events(),
                pair.eventsBefore(),
                pair.sentiment(),
                pair.tension(),
                pair.hasHistory() ? pair.tensionBefore() : null,
                pair.forward().events(),
                pair.forward().sentiment(),
                pair.backward().events(),
                pair.backward().sentiment(),
                pair.surprise());
    }

    static void series(Context context, String pair, List<RelationWindow> series) {
        List<List<Object>> rows = new ArrayList<>();
        for (RelationWindow window : series) {
            DirectionTotals forward = window.getForward();
            DirectionTotals backward = window.getBackward();
            rows.add(cells(
                    pair,
                    window.getStart(),
                    window.getTension(),
                    window.getOutlets(),
                    forward.getEvents(),
                    mean(forward),
                    forward.getVerbalConflict() + forward.getMaterialConflict(),
                    backward.getEvents(),
                    mean(backward),
                    backward.getVerbalConflict() + backward.getMaterialConflict()));
        }
        send(context, pair, SERIES_COLUMNS, rows);
    }

    private static @Nullable Double mean(DirectionTotals totals) {
        return totals.getEvents() == 0 ? null : totals.getSentimentSum() / 1e6 / totals.getEvents();
    }

    static void events(Context context, List<Event> events) {
        send(context, "events", CODED_COLUMNS, events.stream().map(Csv::row).toList());
    }

    private static List<Object> row(Event event) {
        return cells(
                event.getId(),
                event.getPublishedAt(),
                event.getSource(),
                event.getTarget(),
                event.getEvent(),
                event.getQuad(),
                event.getSign(),
                event.getSentiment(),
                event.getIntensity(),
                lower(event.getStatus()),
                event.getOutlet().orElse(null),
                event.getTitle().orElse(null),
                web(event.getUrl().orElse(null)),
                event.getSentence(),
                event.getTrigger(),
                event.getRule(),
                event.getConfidence(),
                event.getReports(),
                event.getCopies());
    }

    static void statements(Context context, List<Statement> statements) {
        send(
                context,
                "statements",
                CODED_COLUMNS,
                statements.stream().map(Csv::row).toList());
    }

    private static List<Object> row(Statement statement) {
        return cells(
                statement.getId(),
                statement.getPublishedAt(),
                statement.getSource(),
                statement.getTarget(),
                statement.getEvent(),
                statement.getQuad(),
                statement.getSign(),
                statement.getSentiment(),
                statement.getIntensity(),
                lower(statement.getStatus()),
                statement.getOutlet().orElse(null),
                statement.getTitle().orElse(null),
                web(statement.getUrl().orElse(null)),
                statement.getSentence(),
                statement.getTrigger(),
                statement.getRule(),
                statement.getConfidence(),
                null,
                null);
    }

    private static @Nullable String web(@Nullable String url) {
        return url == null || Views.isWeb(url) ? url : null;
    }

    private static String lower(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }

    private static List<Object> cells(@Nullable Object... values) {
        return Arrays.stream(values).map(Csv::cell).toList();
    }

    private static Object cell(@Nullable Object value) {
        if (value == null || value instanceof Number) {
            return value == null ? "" : value;
        }
        String text = value.toString();
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static void send(Context context, String name, List<String> columns, List<List<Object>> rows) {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true).setLineSeparator("\r\n");
        columns.forEach(schema::addColumn);
        List<Map<String, Object>> named = new ArrayList<>();
        for (List<Object> row : rows) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.put(columns.get(i), row.get(i));
            }
            named.add(cells);
        }
        try {
            String text = MAPPER.writer(schema.build()).writeValueAsString(named);
            context.header(
                    "Content-Disposition", "attachment; filename=\"entente-" + name.replace("*", "feed") + ".csv\"");
            Replies.send(context, Replies.CSV, text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // strings and numbers only
        }
    }
}
