package io.entente.language.segment;

/**
 * A stretch of a text.
 *
 * @param begin offset of the first UTF-16 unit
 * @param end offset after the last unit
 */
public record Span(int begin, int end) {

    /** Whether {@code offset} lies inside. */
    public boolean contains(int offset) {
        return begin <= offset && offset < end;
    }
}
