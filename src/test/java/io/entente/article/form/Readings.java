package io.entente.article.form;

import io.entente.article.ArticleSink;
import io.entente.article.Articles;
import io.entente.avro.Article;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a reading gave: its articles, and everything in order as rows of the corpus's table. */
final class Readings implements ArticleSink {
    private static final int HASH = 64;

    final List<Article> articles = new ArrayList<>();
    final List<List<String>> rows = new ArrayList<>();
    private final String name;

    Readings(String name) {
        this.name = name;
    }

    static Readings of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), ReadOptions.NONE);
    }

    static Readings of(byte[] bytes, ReadOptions options) {
        Readings readings = new Readings("in");
        new ArticleReader().read("in", new ByteArrayInputStream(bytes), options, readings);
        return readings;
    }

    @Override
    public void article(String place, Article article) {
        articles.add(article);
        String id = Articles.id(article);
        rows.add(List.of(
                name,
                "article",
                behind(place),
                article.getId().isEmpty() && id.length() == HASH ? "(derived)" : id,
                article.getPublishedAt().toString(),
                article.getLanguage().orElse("-"),
                article.getOutlet().orElse("-"),
                article.getUrl().orElse("-"),
                article.getTitle().orElse("-"),
                article.getBody().isEmpty()
                        ? "-"
                        : article.getBody().replace("\n\n", "¶").replace("\n", "⏎")));
    }

    @Override
    public void refused(String place, String problem) {
        rows.add(List.of(name, "refused", behind(place), problem));
    }

    @Override
    public void note(String place, String what) {
        rows.add(List.of(name, "note", behind(place), what));
    }

    private String behind(String place) {
        String rest = place.substring(name.length()).strip();
        return rest.isEmpty() ? "-" : rest;
    }
}
