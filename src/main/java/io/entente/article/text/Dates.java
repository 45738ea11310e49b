package io.entente.article.text;

import io.entente.table.TsvTable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a point in time as feeds, pages and exports write it: ISO 8601, RFC 822 and 1123, English month names, seconds or milliseconds since
 * 1970. A date alone is its midnight, a time without a zone is UTC. A day that does not exist is refused, and so is one that could be two days
 * (03/04/2024). The patterns and the names of zones are data. Immutable.
 */
public final class Dates {
    /** What people are asked to write. */
    public static final String EXAMPLE = "2024-03-01T09:00:00Z";

    /** What most machines write. */
    private static final Pattern UTC =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?Z");

    private static final Pattern NUMBER = Pattern.compile("(-?\\d{1,19})(?:\\.\\d+)?");
    private static final Pattern COMPACT = Pattern.compile("(?:19|20)\\d{6}(?:\\d{4}(?:\\d{2})?)?");
    private static final Pattern COMMENT = Pattern.compile("\\s*\\([^)]*\\)$");
    private static final Pattern DAY_NAME = Pattern.compile(
            "^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern FRACTION = Pattern.compile("(:\\d{2})[.,](\\d{1,9})\\d*");
    private static final Pattern OFFSET = Pattern.compile(
            "(.*(?::\\d{1,2}|T\\d{4,6}|\\d\\s?[AaPp][Mm]))\\s*(?:GMT|UTC|UT)?\\s?([+-]\\d{1,2}(?::?\\d{2})?)(?:\\s[A-Za-z]{1,5})?");
    private static final Pattern NAME = Pattern.compile("(.*\\d(?:\\s?[AaPp][Mm])?)\\s*\\b?([A-Za-z]{1,5})");
    private static final Pattern REGION = Pattern.compile("(.*)\\[([A-Za-z]+(?:/[A-Za-z_]+)+)]");
    private static final Pattern NAME_THEN_YEAR = Pattern.compile("(.*:\\d{2})\\s([A-Z]{1,5})\\s(\\d{4})");
    private static final Pattern SHORT_YEAR = Pattern.compile("^(\\d{1,2} [A-Za-z]{3,9}) (\\d{2})(?=\\s|$)");
    /** Largest counts since 1970 that are taken for seconds and milliseconds: about the year 5138. */
    private static final long SECONDS = 100_000_000_000L;

    private static final long MILLIS = SECONDS * 1000;
    private static final int LONGEST = 80;

    private final List<DateTimeFormatter> formats = new ArrayList<>();
    private final Map<String, ZoneOffset> zones = new HashMap<>();

    private Dates() {}

    /** The parser with the patterns and zones that ship with the program. */
    public static Dates load() {
        Dates dates = new Dates();
        TsvTable.resource(Dates.class, "dates.tsv")
                .each(row -> dates.formats.add(format(row.required(0, "a pattern"))));
        TsvTable.resource(Dates.class, "zones.tsv")
                .each(row -> dates.zones.put(row.required(0, "a zone"), ZoneOffset.of(row.required(1, "an offset"))));
        return dates;
    }

    private static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** The time that {@code text} means, or nothing if it means none, or several. */
    public Optional<Instant> parse(String text) {
        return UTC.matcher(text).matches() ? instant(text) : anyForm(text);
    }

    private static Optional<Instant> instant(String utc) {
        try {
            return Optional.of(Instant.parse(utc));
        } catch (DateTimeException e) {
            return Optional.empty(); // a day that does not exist
        }
    }

    private Optional<Instant> anyForm(String text) {
        String line = text.strip().replaceAll("[\\s\\u00a0\\u202f]+", " ");
        if (line.isEmpty() || line.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Matcher number = NUMBER.matcher(line);
            if (number.matches()) {
                return COMPACT.matcher(line).matches() ? compact(line) : sinceEpoch(Long.parseLong(number.group(1)));
            }
            return Optional.ofNullable(written(line));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The time that a number means: a date without separators (20240301), or seconds or milliseconds since 1970. */
    public Optional<Instant> parse(long number) {
        return parse(Long.toString(number));
    }

    private Optional<Instant> compact(String digits) {
        String date = digits.substring(0, 8);
        String written = digits.length() == 8 ? date : date + "T" + digits.substring(8);
        LocalDateTime local = local(written);
        return local == null ? sinceEpoch(Long.parseLong(digits)) : Optional.of(local.toInstant(ZoneOffset.UTC));
    }

    private static Optional<Instant> sinceEpoch(long number) {
        if (Math.abs(number) < SECONDS) {
            return Optional.of(Instant.ofEpochSecond(number));
        }
        return Math.abs(number) < MILLIS ? Optional.of(Instant.ofEpochMilli(number)) : Optional.empty();
    }

    private @Nullable Instant written(String line) {
        String rest = DAY_NAME.matcher(COMMENT.matcher(line).replaceFirst("")).replaceFirst("");
        int nanos = 0;
        Matcher fraction = FRACTION.matcher(rest);
        if (fraction.find()) {
            nanos = Integer.parseInt((fraction.group(2) + "00000000").substring(0, 9));
            rest = fraction.replaceFirst("$1");
        }
        ZoneId zone = ZoneOffset.UTC;
        Matcher region = REGION.matcher(rest);
        if (region.matches()) {
            zone = ZoneId.of(region.group(2));
            rest = region.group(1).strip();
        }
        Matcher year = NAME_THEN_YEAR.matcher(rest);
        if (year.matches()) {
            rest = year.group(1) + " " + year.group(3) + " " + year.group(2);
        }
        Matcher offset = OFFSET.matcher(rest);
        if (offset.matches()) {
            zone = ZoneOffset.of(offsetId(offset.group(2)));
            rest = offset.group(1);
        } else {
            Matcher name = NAME.matcher(rest);
            if (name.matches() && !name.group(2).matches("(?i)[ap]m")) {
                ZoneOffset named = zones.get(name.group(2).toUpperCase(Locale.ROOT));
                if (named == null) {
                    return null;
                }
                zone = named;
                rest = name.group(1);
            }
        }
        LocalDateTime local = local(plain(rest));
        return local == null ? null : local.plusNanos(nanos).atZone(zone).toInstant();
    }

    /** {@code +1}, {@code +0130}, {@code +01:30} as {@link ZoneOffset} takes them. */
    private static String offsetId(String written) {
        String digits = written.substring(1).replace(":", "");
        String full = digits.length() <= 2 ? digits + "00" : digits;
        String padded = full.length() == 3 ? "0" + full : full;
        return written.charAt(0) + padded.substring(0, 2) + ":" + padded.substring(2);
    }

    /** Without what people write for other people: commas, ordinals, dots of abbreviations, two-digit years. */
    private static String plain(String written) {
        String line = written.replace(',', ' ')
                .replaceAll("(?i)\\b(\\d{1,2})(?:st|nd|rd|th)\\b", "$1")
                .replaceAll("(?i)\\bsept\\b", "Sep")
                .replaceAll("(?i)\\b(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\\.", "$1")
                .replaceAll("(?i)\\s(?:at|on|\\||-)\\s", " ")
                .replaceAll("(?i)\\b([ap])\\.m\\.?", "$1m")
                .replaceAll("^(\\d{1,2})-([A-Za-z]{3,9})-(\\d{2,4})", "$1 $2 $3")
                .replaceAll(" +", " ")
                .strip();
        Matcher year = SHORT_YEAR.matcher(line);
        if (year.find()) {
            String century = Integer.parseInt(year.group(2)) < 70 ? "20" : "19";
            line = year.replaceFirst("$1 " + century + "$2");
        }
        return line;
    }

    private @Nullable LocalDateTime local(String text) {
        for (DateTimeFormatter format : formats) {
            try {
                TemporalAccessor parsed = format.parse(text);
                LocalDate date = parsed.query(TemporalQueries.localDate());
                LocalTime time = parsed.query(TemporalQueries.localTime());
                return date.atTime(time == null ? LocalTime.MIDNIGHT : time);
            } catch (DateTimeException e) {
                continue; // the next one
            }
        }
        return null;
    }
}
