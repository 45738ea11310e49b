package io.entente.collect;

import io.entente.avro.Article;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which articles were taken, over restarts, for a source that has no other state. */
public final class TakenArticles {
    private final CollectState state;

    public TakenArticles(CollectState state) {
        this.state = state;
    }

    /** Whether {@code article} was taken, by its id or in its words. */
    public boolean contains(Article article) {
        return state.anySeen(ArticleMark.of(article));
    }

    /** Keeps {@code articles} as taken. */
    public void add(Collection<Article> articles, LocalDate today) {
        Set<ArticleMark> marks = new HashSet<>();
        articles.forEach(article -> marks.addAll(ArticleMark.of(article)));
        state.write(marks, today);
    }
}
