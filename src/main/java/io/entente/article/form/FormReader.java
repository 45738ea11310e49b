package io.entente.article.form;

import io.entente.article.ArticleSink;
import io.entente.article.InvalidArticle;
import java.io.IOException;

/** Reads one form. */
interface FormReader {
    /**
     * Reads {@code content} to its end and hands over what it holds, in order.
     *
     * @throws InvalidArticle if nothing of it can be used
     * @throws IOException if it cannot be read to its end
     */
    void read(Content content, ArticleSink sink) throws IOException, InvalidArticle;
}
