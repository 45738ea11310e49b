package io.entente.collect;

import io.entente.article.ArticleSink;
import io.entente.article.form.ArticleReader;
import io.entente.article.form.Origin;
import io.entente.article.form.ReadOptions;
import io.entente.avro.Article;
import io.entente.collect.web.Reply;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a fetched document holds.
 *
 * @param articles those that can be used
 * @param problems why others cannot
 */
record FeedEntries(List<Article> articles, List<String> problems) {

    /**
     * Reads {@code reply}; an entry without a date is dated {@code now}, since a live feed shows what is new. One document at a time for each reader: what
     * they take in memory must not add up.
     */
    static FeedEntries read(ArticleReader reader, String place, Reply reply, Instant now) {
        List<Article> articles = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        ArticleSink sink = new ArticleSink() {
            @Override
            public void article(String at, Article article) {
                articles.add(article);
            }

            @Override
            public void refused(String at, String problem) {
                problems.add(at + ": " + problem);
            }

            @Override
            public void note(String at, String what) {
                // nothing is lost
            }
        };
        synchronized (reader) {
            reader.read(
                    place,
                    new ByteArrayInputStream(reply.body()),
                    new ReadOptions(Optional.of(now), BodyEncoding.of(reply)),
                    new Origin(reply.url().toString(), now.toString()),
                    sink);
        }
        return new FeedEntries(articles, problems);
    }
}
