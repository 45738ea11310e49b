package io.entente.language.segment;

/**
 * A sentence or a heading.
 *
 * @param begin offset of its first UTF-16 unit in the whole text
 * @param end offset after its last unit
 * @param tokens its tokens, at least one
 * @param heading whether it is a headline or a heading, not a full sentence
 */
public record Sentence(int begin, int end, Tokens tokens, boolean heading) {}
