package io.entente.article;

import io.entente.avro.Article;
import io.entente.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What holds for every article, wherever it comes from. */
public final class Articles {
    /** The longest body, in bytes of UTF-8. */
    public static final int MAX_BODY_BYTES = 1 << 20;

    /** The longest id, address, outlet, title or language, in characters: each statement repeats them. */
    public static final int MAX_TEXT = 2_048;

    /** Ids that mean the same thing everywhere: addresses, URNs, tag URIs, UUIDs, hashes. */
    private static final Pattern GLOBAL = Pattern.compile(
            "[a-z][a-z0-9+.-]*://[^/\\s]+\\S*|urn:[a-z0-9-]{2,}:\\S{4,}|tag:[^,\\s]+,\\d{4}\\S*:\\S+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}",
            Pattern.CASE_INSENSITIVE);

    private static final String SEPARATOR = "\u001f";

    private Articles() {}

    /**
     * An id that no other article has. Its own id, if that is an address, a URN, a UUID or a hash, or if no outlet is named; any other own id is its
     * outlet's, and is put after the outlet's name. Without an id of its own, the SHA-256 of its address (or outlet, title and publication time) and of
     * its text.
     */
    public static String id(Article article) {
        String own = article.getId().map(String::strip).orElse("");
        if (own.isEmpty()) {
            return derivedId(article);
        }
        String outlet = article.getOutlet().map(String::strip).orElse("");
        return outlet.isEmpty() || GLOBAL.matcher(own).matches() ? own : outlet + "/" + own;
    }

    private static String derivedId(Article article) {
        String place = article.getUrl()
                .filter(url -> !url.isBlank())
                .orElseGet(() -> String.join(
                        SEPARATOR,
                        article.getOutlet().orElse(""),
                        article.getPublishedAt().toString()));
        String identity = String.join(SEPARATOR, place, article.getTitle().orElse(""), article.getBody());
        return Sha256.hex(identity);
    }

    /**
     * Refuses an article that no reader could place.
     *
     * @throws InvalidArticle if it has neither text nor headline, a text is too long, or its date is before 1970
     */
    public static void validate(Article article) throws InvalidArticle {
        if (article.getBody().isBlank()
                && article.getTitle().map(String::isBlank).orElse(true)) {
            throw new InvalidArticle("'body' is empty, and so is 'title': send the article's text");
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
        if (article.getId().isPresent() && id(article).length() > MAX_TEXT) {
            throw new InvalidArticle("'outlet' and 'id' have more than " + MAX_TEXT + " characters together: cut them");
        }
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
