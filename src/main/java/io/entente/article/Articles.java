package io.entente.article;

import io.entente.avro.Article;
import io.entente.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What holds for every article, wherever it comes from. */
public final class Articles {
    /** The longest body, in bytes of UTF-8. */
    public static final int MAX_BODY_BYTES = 1 << 20;

    /** The longest id, address, outlet, title or language, in characters: each statement repeats them. */
    public static final int MAX_TEXT = 2_048;

    private Articles() {}

    /** The article's own id or, without one, the SHA-256 of its url or of outlet, title and publication time. */
    public static String id(Article article) {
        return article.getId().filter(id -> !id.isBlank()).orElseGet(() -> derivedId(article));
    }

    private static String derivedId(Article article) {
        String identity = article.getUrl()
                .filter(url -> !url.isBlank())
                .orElseGet(() -> String.join(
                        "\u001f",
                        article.getOutlet().orElse(""),
                        article.getTitle().orElse(""),
                        article.getPublishedAt().toString()));
        return Sha256.hex(identity);
    }

    /**
     * Refuses an article that no reader could place.
     *
     * @throws InvalidArticle if its body is empty, a text is too long, or its date is before 1970
     */
    public static void validate(Article article) throws InvalidArticle {
        if (article.getBody().isBlank()) {
            throw new InvalidArticle("'body' is empty: send the article's text");
        }
        int bytes = article.getBody().length() > MAX_BODY_BYTES / 4
                ? article.getBody().getBytes(StandardCharsets.UTF_8).length
                : 0;
        if (bytes > MAX_BODY_BYTES) {
            throw new InvalidArticle(
                    "'body' has " + bytes + " bytes, more than " + MAX_BODY_BYTES + ": cut or split it");
        }
        atMost("id", article.getId());
        atMost("url", article.getUrl());
        atMost("outlet", article.getOutlet());
        atMost("title", article.getTitle());
        atMost("language", article.getLanguage());
        if (article.getPublishedAt().isBefore(Instant.EPOCH)) {
            throw new InvalidArticle("'publishedAt' is " + article.getPublishedAt()
                    + ", before 1970: correct the date and send it again");
        }
    }

    private static void atMost(String field, Optional<String> text) throws InvalidArticle {
        int length = text.map(String::length).orElse(0);
        if (length > MAX_TEXT) {
            throw new InvalidArticle(
                    "'" + field + "' has " + length + " characters, more than " + MAX_TEXT + ": cut it");
        }
    }

    /**
     * Refuses an article from the future.
     *
     * @param arrival when it was appended to its topic
     * @param tolerance how far after its arrival it may be dated
     * @throws InvalidArticle if it is dated later
     */
    public static void validateDate(Article article, Instant arrival, Duration tolerance) throws InvalidArticle {
        if (article.getPublishedAt().isAfter(arrival.plus(tolerance))) {
            throw new InvalidArticle("'publishedAt' is " + article.getPublishedAt() + ", more than " + tolerance
                    + " after the article's arrival at " + arrival + ": correct the date and send it again");
        }
    }
}
