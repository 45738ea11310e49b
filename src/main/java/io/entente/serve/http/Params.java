package io.entente.serve.http;

import io.entente.relation.Pair;
import io.entente.serve.model.Cursor;
import io.entente.serve.model.DayRange;
import io.entente.serve.model.ReadModel;
import io.entente.serve.model.TimeRange;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query parameters of one request. Whatever is wrong with one becomes a {@link Problem} that names it. */
public final class Params {
    /** Parameters that choose a stretch of time. */
    static final List<String> TIME = List.of("days", "from", "to");

    private static final int MAX_LENGTH = 200;
    private static final int MAX_CURSOR = 400;
    private static final int MAX_DAYS = 4000;
    private static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]{1,9}");

    private final Map<String, List<String>> given;

    /** @param known every parameter that the request may have */
    public Params(Context context, List<String> known) {
        given = context.queryParamMap();
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw Problem.badRequest("unknown parameter '" + shown(name) + "'; known here: "
                        + String.join(", ", new TreeSet<>(known)));
            }
            if (values.isEmpty()) { // it could not be decoded
                throw notEncoded();
            }
            if (values.size() != 1) {
                throw Problem.badRequest("parameter '" + name + "' is given more than once");
            }
            int most = name.equals("cursor") ? MAX_CURSOR : MAX_LENGTH;
            if (values.get(0).length() > most) {
                throw Problem.badRequest("parameter '" + name + "' is longer than " + most + " characters");
            }
        });
    }

    private static Problem notEncoded() {
        return Problem.badRequest("the query is not percent-encoded UTF-8: write '%' as '%25'");
    }

    /** A hostile text cut to a length that is safe to repeat. */
    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    @Nullable
    public String text(String name) {
        List<String> values = given.get(name);
        return values == null || values.get(0).isBlank() ? null : values.get(0).trim();
    }

    private static Problem wrong(String name, String value, String right) {
        return Problem.badRequest("parameter '" + name + "' must be " + right + ", not '" + shown(value) + "'");
    }

    /** An actor's code, in any case. */
    @Nullable
    public String code(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        String code = value.toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            throw wrong(name, value, "an actor's code such as CHN");
        }
        return code;
    }

    /** A pair, or {@code *} for the feed. */
    @Nullable
    public String pair(String name) {
        String value = text(name);
        return value == null ? null : checkedPair(name, value);
    }

    /** A pair as the topics write it, of two codes in any order and case. */
    public static String checkedPair(String name, String value) {
        String[] codes = value.toUpperCase(Locale.ROOT).split("-", 2);
        if (value.equals("*")) {
            return value;
        }
        if (codes.length < 2
                || !CODE.matcher(codes[0]).matches()
                || !CODE.matcher(codes[1]).matches()
                || codes[0].equals(codes[1])) {
            throw wrong(name, value, "two different codes such as CHN-RUS");
        }
        return Pair.of(codes[0], codes[1]).toString();
    }

    public int whole(String name, int fallback, int min, int max) {
        String value = text(name);
        if (value == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, value, "a whole number from " + min + " to " + max);
        }
        throw wrong(name, value, "a whole number from " + min + " to " + max);
    }

    @Nullable
    public Integer sign() {
        return text("sign") == null ? null : Integer.valueOf(whole("sign", 0, -1, 1));
    }

    public boolean flag(String name, boolean fallback) {
        String value = text(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw wrong(name, value, "true or false");
        }
        return value == null ? fallback : value.equals("true");
    }

    /** Several symbols of an enum, separated by commas, any case; empty where none is given. */
    public <E extends Enum<E>> Set<E> symbols(String name, Class<E> type) {
        Set<E> symbols = EnumSet.noneOf(type);
        String value = text(name);
        if (value != null) {
            for (String part : value.split(",", -1)) {
                symbols.add(symbol(name, part, type));
            }
        }
        return symbols;
    }

    public static <E extends Enum<E>> E symbol(String name, String value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(value.trim())) {
                return constant;
            }
        }
        throw wrong(
                name,
                value,
                "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
    }

    public String oneOf(String name, String fallback, Set<String> allowed) {
        String value = text(name);
        if (value != null && !allowed.contains(value)) {
            throw wrong(name, value, "one of " + new TreeSet<>(allowed));
        }
        return value == null ? fallback : value;
    }

    public int limit() {
        return whole("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    }

    @Nullable
    public Cursor cursor() {
        String value = text("cursor");
        if (value == null) {
            return null;
        }
        try {
            return Cursor.parse(value);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("parameter 'cursor' must be the 'next' of an earlier answer");
        }
    }

    /** Whole days: {@code from} to before {@code to}, or the last {@code days} up to the latest event. */
    public DayRange days(ReadModel model, int fallback, Instant now) {
        Instant from = time("from");
        Instant to = time("to");
        if (from == null && to == null) {
            return model.lastDays(whole("days", fallback, 1, MAX_DAYS), now);
        }
        if (text("days") != null) {
            throw Problem.badRequest("give either 'days' or 'from' and 'to'");
        }
        LocalDate end = to == null ? model.lastDays(1, now).end() : date(to.plusMillis(86_399_999));
        LocalDate first = from == null ? end.minusDays(fallback) : date(from);
        long length = end.toEpochDay() - first.toEpochDay();
        if (length < 1 || length > MAX_DAYS) {
            throw Problem.badRequest("'from' must be before 'to', by at most " + MAX_DAYS + " days");
        }
        return DayRange.of(first, end);
    }

    /** A stretch of time: {@code from} to before {@code to}, the last {@code days}, or all. */
    public TimeRange span(ReadModel model, Instant now) {
        if (text("days") != null) {
            return days(model, 1, now).span();
        }
        Instant from = time("from");
        Instant to = time("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw Problem.badRequest("'from' must be before 'to'");
        }
        return TimeRange.of(from, to);
    }

    private @Nullable Instant time(String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        try {
            Instant time = value.length() <= 10
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(value);
            if (time.isBefore(Instant.EPOCH) || time.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
                throw wrong(name, value, "between 1970 and 9999");
            }
            return time;
        } catch (DateTimeException e) {
            throw wrong(name, value, "a date or time such as 2024-03-01 or 2024-03-01T09:00:00Z");
        }
    }

    private static LocalDate date(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
