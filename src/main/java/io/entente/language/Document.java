package io.entente.language;

import java.util.List;

/**
 * A text with its sentences.
 *
 * @param text the whole text: title, two line feeds, body (or the body alone)
 * @param sentences in order; what is no sentence (a dateline, an agency's credit) lies between them
 * @param quotes what stands between double quotation marks, marks included, in order; a quote may span sentences
 */
public record Document(String text, List<Sentence> sentences, List<Span> quotes) {
    public Document {
        sentences = List.copyOf(sentences);
        quotes = List.copyOf(quotes);
    }
}
