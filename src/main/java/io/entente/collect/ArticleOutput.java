package io.entente.collect;

import io.entente.avro.Article;
import java.util.List;

/** Where collected articles go. */
@FunctionalInterface
public interface ArticleOutput {
    /**
     * Takes articles, the oldest first; returns when they are safe. For any thread.
     *
     * @throws RuntimeException if they could not be taken: they come again later
     */
    void publish(List<Article> articles);
}
