package io.entente.cli.output;

import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.Article;
import io.entente.avro.DirectionTotals;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Public records as text for people, one or few lines each. */
public final class RecordText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final double MILLION = 1e6;

    /** The record as text; its own rendering where it is none of ours. */
    public String of(Object record) {
        if (record instanceof Statement statement) {
            return of(statement);
        }
        if (record instanceof Event event) {
            return of(event);
        }
        if (record instanceof RelationWindow window) {
            return of(window);
        }
        if (record instanceof Alert alert) {
            return of(alert);
        }
        if (record instanceof EnrichedArticle article) {
            return of(article);
        }
        if (record instanceof Article article) {
            return of(article);
        }
        return String.valueOf(record);
    }

    private static String of(Statement statement) {
        return String.format(
                Locale.ROOT,
                "%s  %s → %s  %-9s %+.2f%s  \"%s\"  [%s]",
                time(statement.getPublishedAt()),
                statement.getSource(),
                statement.getTarget(),
                statement.getEvent(),
                statement.getSentiment(),
                unlessAsserted(statement.getStatus()),
                statement.getSentence(),
                statement.getOutlet().orElse("?"));
    }

    private static String of(Event event) {
        return String.format(
                Locale.ROOT,
                "%s  %s %s %s  %-9s %+.2f%s  \"%s\"  [%s, %s: %s]",
                time(event.getPublishedAt()),
                event.getSource(),
                event.getMutual() ? "↔" : "→",
                event.getTarget(),
                event.getEvent(),
                event.getSentiment(),
                unlessAsserted(event.getStatus()),
                event.getSentence(),
                Counted.of(event.getReports(), "report"),
                Counted.of(event.getCopies(), "copy", "copies"),
                String.join(", ", event.getFamilies()));
    }

    private static String of(RelationWindow window) {
        String[] codes = window.getPair().split("-", 2);
        return String.format(
                Locale.ROOT,
                "%s  %s  tension %+.0f  %s  %s",
                time(window.getStart()),
                window.getPair(),
                window.getTension(),
                direction(codes[0], codes[1], window.getForward()),
                direction(codes[1], codes[0], window.getBackward()));
    }

    private static String direction(String source, String target, DirectionTotals totals) {
        double mean = totals.getEvents() == 0 ? 0 : totals.getSentimentSum() / MILLION / totals.getEvents();
        return String.format(
                Locale.ROOT,
                "%s → %s %s, sentiment %+.2f",
                source,
                target,
                Counted.of(totals.getEvents(), "event"),
                mean);
    }

    private static String of(Alert alert) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s  %s %s %s%s: %s",
                time(alert.getUpdatedAt()),
                alert.getSeverity(),
                alert.getKind(),
                alert.getState(),
                alert.getProvisional() ? " (provisional)" : "",
                alert.getMessage()));
        for (AlertEvidence evidence : alert.getEvidence()) {
            text.append(String.format(
                    "%n    %s  %s → %s %s: \"%s\"  [%s]",
                    time(evidence.getPublishedAt()),
                    evidence.getSource(),
                    evidence.getTarget(),
                    evidence.getEvent(),
                    evidence.getSentence(),
                    String.join(", ", evidence.getFamilies())));
        }
        return text.toString();
    }

    private static String of(EnrichedArticle article) {
        return String.format(
                "%s  %s  %s  [%s]  %s, %s",
                time(article.getPublishedAt()),
                article.getId(),
                article.getTitle().orElse("(no title)"),
                article.getOutlet().orElse("?"),
                Counted.of(article.getMentions().size(), "mention"),
                Counted.of(article.getStatements().size(), "statement"));
    }

    private static String of(Article article) {
        return String.format(
                "%s  %s  %s  [%s]  %s",
                time(article.getPublishedAt()),
                article.getId().orElse("(no id)"),
                article.getTitle().orElse("(no title)"),
                article.getOutlet().orElse("?"),
                Counted.of(article.getBody().length(), "character"));
    }

    private static String unlessAsserted(Status status) {
        return status == Status.ASSERTED ? "" : " (" + status.name().toLowerCase(Locale.ROOT) + ")";
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }
}
