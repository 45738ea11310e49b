package io.entente.language;

import java.util.List;

/**
 * A text with its sentences.
 *
 * @param text the whole text: title, two line feeds, body (or the body alone)
 * @param sentences in order; what is no sentence (a dateline, an agency's credit) lies between them
 */
public record Document(String text, List<Sentence> sentences) {
    public Document {
        sentences = List.copyOf(sentences);
    }
}
