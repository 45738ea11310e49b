package io.entente.coder;

import io.entente.avro.Article;
import java.time.Instant;

/** Articles that are nothing but a text. */
final class Texts {
    private Texts() {}

    /** An English article of May 2024 with {@code body}. */
    static Article article(String body) {
        return titled(body).build();
    }

    /** The same, to which a title may be given. */
    static Article.Builder titled(String body) {
        return Article.newBuilder()
                .setId("x")
                .setBody(body)
                .setLanguage("en")
                .setPublishedAt(Instant.parse("2024-05-06T00:00:00Z"));
    }
}
