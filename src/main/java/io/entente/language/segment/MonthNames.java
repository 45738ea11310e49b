package io.entente.language.segment;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the months in English, by which dates are recognised in text. */
public final class MonthNames {
    private static final Set<String> FULL = names(TextStyle.FULL).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SHORT =
            Stream.concat(names(TextStyle.SHORT), Stream.of("sep", "sept")).collect(Collectors.toUnmodifiableSet());

    private MonthNames() {}

    private static Stream<String> names(TextStyle style) {
        return Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(style, Locale.ENGLISH).toLowerCase(Locale.ROOT));
    }

    /** Whether {@code lower} is a month's full name: "march". */
    public static boolean isFull(String lower) {
        return FULL.contains(lower);
    }

    /** Whether {@code lower} is a month's name, full or short, with or without a full stop: "march", "mar", "mar.". */
    public static boolean isName(String lower) {
        return isFull(lower) || SHORT.contains(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
    }
}
