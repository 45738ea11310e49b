package io.entente.topology;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.entente.actor.Gazetteer;
import io.entente.avro.Article;
import io.entente.coder.ArticleCoder;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** English text that is declared as French is coded, and the log says so. */
class LanguageLogTest {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");
    private static final ArticleCoder CODER = ArticleCoder.of(Gazetteer.load());

    private final Logger logger = (Logger) LoggerFactory.getLogger(LanguageLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final LanguageLog log = new LanguageLog();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
    }

    private void see(String id, String language, Instant now) {
        Article article = Article.newBuilder()
                .setId(id)
                .setLanguage(language)
                .setPublishedAt(NOON)
                .setBody("The minister said on Monday that Peru had thanked Chile for the help that it gave.")
                .build();
        log.see(article, CODER.code(article), now);
    }

    @Test
    void saysSoOnceAMinuteAndCountsTheOthers() {
        see("a1", "fr", NOON);
        see("a2", "en", NOON);
        see("a3", "fr", NOON.plusSeconds(30));
        see("a4", "fr-FR", NOON.plusSeconds(61));
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        first ->
                                assertThat(first).contains("a1", "'fr'", "'en'").doesNotContain("more"),
                        second -> assertThat(second).contains("a4", "'fr-FR'", "1 more"));
    }
}
