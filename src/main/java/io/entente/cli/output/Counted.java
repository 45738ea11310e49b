package io.entente.cli.output;

import java.util.Locale;

/** Numbers with their nouns, such as {@code 1 article} and {@code 1,234 articles}. */
public final class Counted {
    private Counted() {}

    /** {@code number} of what is called {@code one} and, with an s, many. */
    public static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /** {@code number} of what is called {@code one} or {@code many}. */
    public static String of(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
