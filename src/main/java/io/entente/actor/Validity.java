package io.entente.actor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days on which a form or an office holds. Dates have the precision of a day, a month or a year; a coarse one stands for
 * its first day at the beginning and for its last day at the end of a time.
 *
 * @param from first day (epoch day)
 * @param to last day
 */
record Validity(int from, int to) {
    static final Validity ALWAYS = new Validity(Integer.MIN_VALUE, Integer.MAX_VALUE);

    private static final Pattern BRACKETS = Pattern.compile("\\s*\\((from|to) ([0-9-]+)(?:,? to ([0-9-]+))?\\)$");

    /** A form without its brackets, and when it holds. */
    record Dated(String form, Validity validity) {}

    /** Reads "Soviet Union (to 1991-12-26)", "Africa Corps (from 2023-11)" or "Zaire (from 1971 to 1997)". */
    static Dated dated(String form) {
        if (!form.endsWith(")")) {
            return new Dated(form, ALWAYS);
        }
        Matcher matcher = BRACKETS.matcher(form);
        if (!matcher.find()) {
            if (form.matches(".*\\((from|to)\\b.*")) {
                throw new IllegalArgumentException(
                        "'" + form + "': write (from DATE), (to DATE) or (from DATE to DATE)");
            }
            return new Dated(form, ALWAYS);
        }
        boolean begins = matcher.group(1).equals("from");
        String end = begins ? matcher.group(3) : matcher.group(2);
        return new Dated(
                form.substring(0, matcher.start()), of(begins ? matcher.group(2) : "", end == null ? "" : end));
    }

    /** From two cells, either of which may be empty. */
    static Validity of(String from, String to) {
        Validity validity = new Validity(
                from.isEmpty() ? Integer.MIN_VALUE : day(from, true),
                to.isEmpty() ? Integer.MAX_VALUE : day(to, false));
        if (validity.from > validity.to) {
            throw new IllegalArgumentException("it ends (" + to + ") before it begins (" + from + ")");
        }
        return validity;
    }

    private static int day(String date, boolean first) {
        try {
            LocalDate day =
                    switch (date.length()) {
                        case 4 ->
                            first
                                    ? Year.parse(date).atDay(1)
                                    : Year.parse(date).atMonth(12).atEndOfMonth();
                        case 7 ->
                            first
                                    ? YearMonth.parse(date).atDay(1)
                                    : YearMonth.parse(date).atEndOfMonth();
                        default -> LocalDate.parse(date);
                    };
            return Math.toIntExact(day.toEpochDay());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + date + "' is no date: write 2024-03-31, 2024-03 or 2024", e);
        }
    }
}
