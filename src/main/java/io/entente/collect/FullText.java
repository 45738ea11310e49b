package io.entente.collect;

import io.entente.article.form.ArticleReader;
import io.entente.avro.Article;
import io.entente.collect.web.Get;
import io.entente.collect.web.Reply;
import io.entente.collect.web.Web;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the pages of articles of which a feed shows only a teaser, one after the other. A page that cannot be read leaves its article as it is. */
final class FullText {
    private static final Logger LOG = LoggerFactory.getLogger(FullText.class);
    private static final String PAGES = "text/html, application/xhtml+xml;q=0.9";
    /** Less text than this is a teaser. */
    private static final int TEASER = 800;

    private final Web web;
    private final ArticleReader pages = ArticleReader.ofPages();

    FullText(Web web) {
        this.web = web;
    }

    /** Hands {@code articles} to {@code then} with the texts of their pages, now or later. */
    void complete(List<Article> articles, Consumer<List<Article>> then) {
        next(articles.iterator(), new ArrayList<>(), then);
    }

    private void next(Iterator<Article> rest, List<Article> done, Consumer<List<Article>> then) {
        while (rest.hasNext()) {
            Article article = rest.next();
            Optional<URI> page = page(article);
            if (page.isPresent()) {
                web.get(Get.of(page.get(), PAGES), web.now(), reply -> {
                    done.add(completed(article, reply));
                    next(rest, done, then);
                });
                return;
            }
            done.add(article);
        }
        then.accept(done);
    }

    private static Optional<URI> page(Article article) {
        try {
            return article.getBody().length() >= TEASER
                    ? Optional.empty()
                    : article.getUrl().map(URI::create);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Article completed(Article teaser, Reply reply) {
        try {
            return reply.ok() ? withTextOf(reply, teaser) : teaser;
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("{}: its text cannot be read: {}", reply.url(), e.toString());
            return teaser;
        }
    }

    private Article withTextOf(Reply reply, Article teaser) {
        List<Article> found = FeedEntries.read(pages, reply.url().toString(), reply, web.now())
                .articles();
        if (found.isEmpty()
                || found.get(0).getBody().length() <= teaser.getBody().length()) {
            return teaser;
        }
        Article page = found.get(0);
        return Article.newBuilder(teaser)
                .setBody(page.getBody())
                .setTitle(teaser.getTitle().or(page::getTitle).orElse(null))
                .setLanguage(teaser.getLanguage().or(page::getLanguage).orElse(null))
                .build();
    }
}
