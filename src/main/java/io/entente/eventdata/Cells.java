package io.entente.eventdata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates and numbers as event data writes them. */
final class Cells {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    private Cells() {}

    /** A day, {@code 20140318} or {@code 2014-03-18}, or a second, {@code 20140318101500}; in UTC. */
    static Instant date(String what, String written) throws MalformedLine {
        String text = written.strip();
        try {
            if (text.matches("\\d{14}")) {
                return LocalDateTime.parse(text, SECONDS).toInstant(ZoneOffset.UTC);
            }
            if (text.matches("\\d{4}-\\d{2}-\\d{2}T.*")) {
                return Instant.parse(text);
            }
            LocalDate day = text.matches("\\d{8}")
                    ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                    : LocalDate.parse(text);
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new MalformedLine(what + " is '" + text + "', not a date such as 20140318 or 2014-03-18");
        }
    }

    /** A number on Goldstein's scale; null if there is none. */
    static @Nullable Double intensity(String what, String written) throws MalformedLine {
        String text = written.strip();
        if (text.isEmpty() || text.equalsIgnoreCase("NA")) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            if (number >= -10 && number <= 10) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new MalformedLine(what + " is '" + text + "', not a number from -10 to 10");
    }

    /** The text; null if there is none. */
    static @Nullable String text(@Nullable String written) {
        return written == null || written.isBlank() || written.equals("None") || written.equals("NA")
                ? null
                : written.strip();
    }

    /** The text, or {@code otherwise}. */
    static String text(@Nullable String written, String otherwise) {
        String text = text(written);
        return text == null ? otherwise : text;
    }
}
