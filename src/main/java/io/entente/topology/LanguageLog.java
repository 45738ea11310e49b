package io.entente.topology;

import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.enrich.OtherLanguage;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which articles declare another language than their text is in, at most once a minute: a source that does so does it again. */
final class LanguageLog {
    private static final Logger LOG = LoggerFactory.getLogger(LanguageLog.class);

    private final Minutely lines = new Minutely();

    /** @param now wall-clock time */
    void see(Article article, EnrichedArticle coded, Instant now) {
        OtherLanguage.declared(article, coded)
                .filter(declared -> lines.admits(now))
                .ifPresent(declared -> {
                    long others = lines.keptOut();
                    LOG.warn(
                            "article {} says that it is in '{}', but its text is in '{}' and is coded as such{}: correct its"
                                    + " source's language",
                            coded.getId(),
                            declared,
                            coded.getLanguage(),
                            others == 0 ? "" : " (as are " + others + " more since the last such line)");
                });
    }
}
