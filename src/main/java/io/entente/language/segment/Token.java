package io.entente.language.segment;

/** A word, a number or a punctuation mark. Immutable. */
public final class Token {
    private final String text;
    private final String lower;
    private final int begin;
    private final int end;
    private final boolean word;
    private final boolean capitalised;

    Token(String text, String lower, int begin, int end) {
        this.text = text;
        this.lower = lower;
        this.begin = begin;
        this.end = end;
        char first = text.charAt(0);
        this.word = Character.isLetterOrDigit(first);
        this.capitalised = Character.isUpperCase(first);
    }

    /** As it stands in the text. */
    public String text() {
        return text;
    }

    /** The same in lower case, with plain apostrophes. */
    public String lower() {
        return lower;
    }

    /** Offset of its first UTF-16 unit in the whole text. */
    public int begin() {
        return begin;
    }

    /** Offset after its last unit. */
    public int end() {
        return end;
    }

    /** Whether it begins with a letter in upper case. */
    public boolean capitalised() {
        return capitalised;
    }

    /** Whether it begins with a letter or a digit. */
    public boolean word() {
        return word;
    }

    /** Whether it begins with a digit. */
    public boolean number() {
        return Character.isDigit(text.charAt(0));
    }

    @Override
    public String toString() {
        return text + "[" + begin + "," + end + ")";
    }
}
