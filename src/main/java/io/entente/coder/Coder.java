package io.entente.coder;

import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;

/** Codes articles. Implementations are immutable, may be shared between threads, and give the same output for the same input. */
public interface Coder {

    /**
     * What {@code article} says: mentions, statements, tone. Statements carry no watermark. An article without an id gets the
     * derived one.
     */
    EnrichedArticle code(Article article);
}
