package io.entente.language;

/**
 * A word, a number or a punctuation mark.
 *
 * @param text as it stands in the text
 * @param lower the same in lower case, with plain apostrophes
 * @param begin offset of its first UTF-16 unit in the whole text
 * @param end offset behind its last unit
 */
public record Token(String text, String lower, int begin, int end) {

    /** Whether it begins with a letter in upper case. */
    public boolean capitalised() {
        return Character.isUpperCase(text.charAt(0));
    }

    /** Whether it begins with a letter or a digit. */
    public boolean word() {
        return Character.isLetterOrDigit(text.charAt(0));
    }
}
