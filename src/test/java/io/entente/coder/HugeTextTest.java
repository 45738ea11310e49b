package io.entente.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.avro.EnrichedArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of a mebibyte: what comes out fits a topic, and the time grows with the length, not with its square. */
class HugeTextTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final ArticleCoder CODER = ArticleCoder.of(Gazetteer.load());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Russia accused China and Iran of bombing Japan, and ",
                "Russia accused China. ",
                "Kyiv’s (Iran \"",
                "IRAN WARNS ISRAEL OVER RAID ",
                "\uD83D\uDE00",
                "x"
            })
    @Timeout(60)
    void stayBelowWhatATopicTakes(String piece) throws IOException {
        EnrichedArticle coded = code(null, piece.repeat(MEBIBYTE / piece.length()));
        assertThat(bytes(coded)).isLessThan(8 * MEBIBYTE);
    }

    @Test
    @Timeout(60)
    void aHugeTitleIsNoOneSentence() throws IOException {
        String title = "Russia accuses China of bombing Japan, and ".repeat(MEBIBYTE / 44);
        assertThat(bytes(code(title, "Russia accused China."))).isLessThan(8 * MEBIBYTE);
    }

    @Test
    void aLongSentenceIsRepeatedAroundItsTrigger() {
        String text = "Russia, " + "x".repeat(5000) + ", accused China of lying.";
        assertThat(code(null, text).getStatements()).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.getSentence())
                    .hasSizeLessThanOrEqualTo(2001)
                    .contains("accused")
                    .isEqualTo(text.substring(statement.getBegin(), statement.getEnd()));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Russia accused China and Iran of bombing Japan, and the West said that ",
                "“It rained.” ", // as many quotes as sentences
                "Russia slept. " // one quote that is never closed
            })
    void timeGrowsWithTheLength(String piece) {
        int times = 100_000 / piece.length();
        code(null, "“" + piece.repeat(2 * times));
        Duration small = time("“" + piece.repeat(times));
        Duration large = time("“" + piece.repeat(8 * times));
        assertThat(large).isLessThan(small.multipliedBy(32)); // 8 times the length; its square would be 64
    }

    private static Duration time(String text) {
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < 3; i++) {
            long start = cpu();
            code(null, text);
            Duration taken = Duration.ofNanos(cpu() - start);
            best = taken.compareTo(best) < 0 ? taken : best;
        }
        return best;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static EnrichedArticle code(String title, String text) {
        return CODER.code(Texts.titled(text).setTitle(title).build());
    }

    private static int bytes(EnrichedArticle article) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new SpecificDatumWriter<>(EnrichedArticle.class).write(article, encoder);
        encoder.flush();
        return out.size();
    }
}
