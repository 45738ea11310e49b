package io.entente.actor.dictionary;

import java.time.DateTimeException;
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

    /** Written out, since a formatter's first use costs a tenth of the time in which all dictionaries are to load. */
    private static int day(String date, boolean first) {
        try {
            int length = date.length();
            boolean form = (length == 4 || length == 7 && date.charAt(4) == '-')
                    || length == 10 && date.charAt(4) == '-' && date.charAt(7) == '-';
            if (form) {
                int year = Integer.parseInt(date, 0, 4, 10);
                YearMonth month = YearMonth.of(year, length > 4 ? Integer.parseInt(date, 5, 7, 10) : first ? 1 : 12);
                int day = length > 7 ? Integer.parseInt(date, 8, 10, 10) : first ? 1 : month.lengthOfMonth();
                return Math.toIntExact(month.atDay(day).toEpochDay());
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException(noDate(date), e);
        }
        throw new IllegalArgumentException(noDate(date));
    }

    private static String noDate(String date) {
        return "'" + date + "' is not a valid date: write 2024-03-31, 2024-03 or 2024";
    }
}
