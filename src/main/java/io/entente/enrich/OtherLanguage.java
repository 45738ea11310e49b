package io.entente.enrich;

import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import java.util.Locale;
import java.util.Optional;

/** Articles whose text is in another language than they declare. */
public final class OtherLanguage {
    private OtherLanguage() {}

    /** What {@code read} declares, if the coder found its text to be in another language. */
    public static Optional<String> declared(Article read, EnrichedArticle coded) {
        return read.getLanguage().filter(tag -> !tag.isBlank()).filter(tag -> !primary(tag)
                .equals(primary(coded.getLanguage())));
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag.replace('_', '-')).getLanguage();
    }
}
