package io.entente.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Mention;
import io.entente.avro.Statement;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What feeds bring along: leftovers, broken encodings, odd characters. Coded in linear time, twice the same, with offsets that hold. */
class HostileTextTest {
    private static final ArticleCoder CODER = ArticleCoder.of(Gazetteer.load());
    private static final String PLAIN =
            "Russia accused China of shelling Japan, and Iran's president said Israel had lied. ";

    private static final int KIBIBYTE = 1 << 10;

    /** Kinds of text; each gives a piece that is repeated. */
    enum Kind {
        BIDI("\u202BRussia\u202C \u200Eaccused\u200F China of \u2066lying\u2069. "),
        ZERO_WIDTH("Rus\u200Bsia ac\u200Dcused\uFEFF Chi\u2060na of lying. "),
        COMBINING("Ru\u0308ssi\u0301a ac\u0327cused C\u0336h\u0336i\u0336n\u0336a. "),
        SURROGATE_HALVES("Russia \uD83D accused \uDE00 China\uD800. "),
        NESTED_QUOTES("\u201CRussia \u2018accused \u201CChina of \u2018lying. "),
        CROSSING_QUOTES("\u201CRussia said \"China\u201D lied\" and \u2018Iran\u201D. "),
        OPEN_QUOTE("\u201CRussia accused China. "),
        STRAIGHT_QUOTES("\"Russia accused China\" \" "),
        ENTITIES("Russia &amp; China&nbsp;signed &lt;b&gt;a pact&lt;/b&gt; &#8220;with Iran&#8221;. "),
        TAGS("<p>Russia <a href=\"x\">accused</a> China</p><br/><div class='y'> "),
        TABLE("Russia\t|\tChina\t|\t3.5 %\n------\n"),
        LIST("\n- Russia accused China\n* Iran warned Israel\n1) Peru met Chile"),
        LONG_WORD("Russiaaccusedchina"),
        COMMAS(","),
        NAMES_AND_COMMAS("Russia, China, Iran, "),
        CAPITALS("RUSSIA ACCUSED CHINA OF LYING AND IRAN WARNED ISRAEL. "),
        NO_PUNCTUATION("russia accused china and iran warned israel "),
        ONE_LINE(PLAIN),
        MIXED_SCRIPTS("Россия accused 中国 of ложь, говорит الرئيس. "),
        EMOJI(
                "Russia \uD83D\uDE00\uD83C\uDDF7\uD83C\uDDFA accused \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 China. "),
        WINDOWS("Russia\u0092s \u0093pact\u0094 with China \u0096 signed\u0085 "),
        SOFT_HYPHENS("Rus\u00ADsia ac\u00ADcused Chi\u00ADna. "),
        HYPHENS("Russia-China-Iran-"),
        POSSESSIVES("Russia's China's Iran's "),
        OF("president of the minister of Russia of "),
        BRACKETS("(Russia ((accused [China "),
        RELATIVES("Russia, which accused China, who warned Iran, that "),
        SAID("Russia said China said Iran said "),
        AND("and Russia and China and "),
        NEWLINES("\n\n\nRussia\n\n"),
        NOTHING("\u0000");

        private final String piece;

        Kind(String piece) {
            this.piece = piece;
        }

        String text(int length) {
            return piece.repeat(length / piece.length() + 1).substring(0, length);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @Timeout(60)
    void takesTimeThatGrowsWithTheLength(Kind kind) {
        String text = kind.text(512 * KIBIBYTE);
        boolean linear = false;
        // A machine that others use is slow for seconds at a time; what grows with the square is too slow each time.
        for (int i = 0; i < 4 && !linear; i++) {
            Duration quarter = time(kind.text(128 * KIBIBYTE));
            // Four times the length; its square would be 16. Short times say little.
            linear = time(text).compareTo(quarter.plusMillis(20).multipliedBy(6)) < 0;
        }
        assertThat(linear).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void givesTheSameTwiceAndOffsetsThatHold(Kind kind) {
        String text = PLAIN + kind.text(700) + PLAIN;
        EnrichedArticle coded = code(text);
        assertThat(code(text)).isEqualTo(coded);
        for (Mention mention : coded.getMentions()) {
            assertThat(text.substring(mention.getBegin(), mention.getEnd())).isEqualTo(mention.getText());
        }
        for (Statement statement : coded.getStatements()) {
            assertThat(text.substring(statement.getBegin(), statement.getEnd())).isEqualTo(statement.getSentence());
            assertThat(text.substring(statement.getTriggerBegin(), statement.getTriggerEnd()))
                    .isEqualTo(statement.getTrigger());
            assertThat(statement.getConfidence()).isBetween(0.0, 1.0);
            assertThat(statement.getSentiment()).isBetween(-1.0, 1.0);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void survivesKindsShuffledIntoOneAnother(Kind kind) {
        Random random = new Random(kind.ordinal());
        StringBuilder text = new StringBuilder();
        while (text.length() < 4000) {
            Kind other = random.nextBoolean() ? kind : Kind.values()[random.nextInt(Kind.values().length)];
            int from = random.nextInt(other.piece.length());
            text.append(other.piece, from, from + 1 + random.nextInt(other.piece.length() - from));
        }
        assertThat(code(text.toString())).isEqualTo(code(text.toString()));
    }

    private static Duration time(String text) {
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < 2; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            code(text);
            Duration taken =
                    Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
            best = taken.compareTo(best) < 0 ? taken : best;
        }
        return best;
    }

    private static EnrichedArticle code(String text) {
        return CODER.code(Texts.article(text));
    }
}
