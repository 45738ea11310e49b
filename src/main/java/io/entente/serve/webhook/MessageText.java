package io.entente.serve.webhook;

import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import java.util.List;
import java.util.Locale;

/** An alert in plain words, for the shapes that are read by people. An article's text is untrusted: control characters are left out. */
final class MessageText {
    private MessageText() {}

    /** Severity, and where the alert stands if it is not open: {@code WARNING}, {@code WARNING (resolved)}. */
    static String level(Alert alert) {
        return alert.getSeverity()
                + (Shape.isEnd(alert) ? " (" + alert.getState().name().toLowerCase(Locale.ROOT) + ")" : "");
    }

    static String message(Alert alert) {
        return line(alert.getMessage());
    }

    /** A sentence on which an alert is based, and who reported it. */
    record Quote(String sentence, String families) {}

    static List<Quote> quotes(Alert alert) {
        return alert.getEvidence().stream().map(MessageText::quote).toList();
    }

    private static Quote quote(AlertEvidence evidence) {
        return new Quote(line(evidence.getSentence()), line(String.join(", ", evidence.getFamilies())));
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").trim();
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
