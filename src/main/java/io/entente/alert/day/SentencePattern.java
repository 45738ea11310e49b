package io.entente.alert.day;

import io.entente.table.TsvRow;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What a table says of the sentences that a row is about.
 *
 * @param found occurs in them
 * @param absent does not; null for no such condition
 */
record SentencePattern(Pattern found, @Nullable Pattern absent) {
    /** Only so much of a sentence is searched, which bounds the cost of a pattern. */
    private static final int SEARCHED = 600;

    /** From two columns that hold regular expressions, of which the second may be empty. */
    static SentencePattern of(TsvRow row, int found, int absent) {
        row.required(found, "a regular expression");
        return new SentencePattern(
                row.read(found, SentencePattern::pattern),
                row.cell(absent).isEmpty() ? null : row.read(absent, SentencePattern::pattern));
    }

    private static Pattern pattern(String text) {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    boolean fits(String sentence) {
        String text = sentence.length() <= SEARCHED ? sentence : sentence.substring(0, SEARCHED);
        return found.matcher(text).find()
                && (absent == null || !absent.matcher(text).find());
    }
}
