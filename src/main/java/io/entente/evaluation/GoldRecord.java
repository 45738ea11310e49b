package io.entente.evaluation;

import io.entente.avro.Article;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A text with the statements that people found in it.
 *
 * @param id the record's id
 * @param kind the part of the set to which it belongs; "all" if the set has no parts
 * @param date the text's date
 * @param text the text; in an article the first line is the title
 * @param statements what people found
 */
public record GoldRecord(String id, String kind, LocalDate date, String text, List<Judged> statements) {
    public GoldRecord {
        statements = List.copyOf(statements);
    }

    /** The text as an article for the coder. */
    public Article article() {
        return Article.newBuilder()
                .setId(id)
                .setBody(text)
                .setLanguage("en")
                .setPublishedAt(date.atStartOfDay(ZoneOffset.UTC).toInstant())
                .build();
    }
}
