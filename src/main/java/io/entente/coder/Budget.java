package io.entente.coder;

/**
 * Room for what the coder adds to one article, in bytes, so that the record of a freak article (a book, a list of a hundred thousand
 * names) stays below what topics take. Strings are counted at three bytes a character, the most that UTF-8 needs for one.
 */
final class Budget {
    /** Longest part of a sentence that a statement repeats, in characters. */
    static final int LONGEST_QUOTATION = 2000;

    private static final int CHARACTER_BYTES = 3;
    private static final int RECORD_BYTES = 400;

    private long left;

    Budget(long bytes) {
        this.left = bytes;
    }

    /** Takes room for a record with so many characters in its strings; false, once and for all, if there is none. */
    boolean take(long characters) {
        left -= RECORD_BYTES + CHARACTER_BYTES * characters;
        if (left < 0) {
            left = 0;
            return false;
        }
        return true;
    }
}
