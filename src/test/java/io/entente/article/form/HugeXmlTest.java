package io.entente.article.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** XML that is deep, wide or never closed: reading it takes time in proportion to its length. */
class HugeXmlTest {
    private static final int MANY = 8_000;
    /** What a quadratic reading misses by far: CPU time, so that other work on the machine does not count. */
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private static final String ITEM =
            "<item><title>Peru praises Ecuador</title><pubDate>Fri, 01 Mar 2024 09:00:00 GMT</pubDate><description>";
    private static final String TEXT = "Peru praised Ecuador.";
    private static final String END = "</description></item>";

    private static final Map<String, IntFunction<String>> KINDS = Map.ofEntries(
            Map.entry("nested in a text", n -> ITEM + "<b>".repeat(n) + TEXT + "</b>".repeat(n) + END),
            Map.entry("around an item", n -> "<x>".repeat(n) + ITEM + TEXT + END + "</x>".repeat(n)),
            Map.entry("items that are never closed", n -> (ITEM + TEXT).repeat(n) + END),
            Map.entry("items in items", n -> (ITEM + TEXT + "</description>").repeat(n) + "</item>".repeat(n)),
            Map.entry("many items", n -> (ITEM + TEXT + END).repeat(n)),
            Map.entry("sections that are never closed", n -> (ITEM + "<![CDATA[" + TEXT + END).repeat(n)),
            Map.entry("bases around an item", n -> "<x xml:base='a/'>".repeat(n) + ITEM + TEXT + END),
            Map.entry("attributes", n -> "<x" + " a='b'".repeat(n) + "/>" + ITEM + TEXT + END),
            Map.entry("entities", n -> ITEM + "&amp;amp;&unknown;&#65;".repeat(n) + TEXT + END),
            Map.entry("comments", n -> ITEM + "<!-- c -->".repeat(n) + TEXT + END));

    @TestFactory
    Stream<DynamicTest> isReadInProportionToItsLength() {
        return KINDS.entrySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> {
                    Readings readings = read("<rss><channel>" + kind.getValue().apply(MANY) + "</channel></rss>");
                    assertThat(readings.rows).isNotEmpty();
                    if (kind.getKey().contains("items")) {
                        assertThat(readings.rows).hasSizeGreaterThanOrEqualTo(MANY);
                    } else if (kind.getKey().contains("around")) {
                        assertThat(readings.rows).isNotEmpty(); // there is no telling what belongs where
                    } else {
                        assertThat(readings.articles).isNotEmpty().allSatisfy(article -> assertThat(article.getBody())
                                .contains(TEXT));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> isDetectedWhateverComesFirst() {
        return Stream.of(
                        "<!DOCTYPE rss " + "x".repeat(MANY) + ">",
                        "<!-- c -->".repeat(MANY / 10),
                        "<?x y?>".repeat(MANY / 10))
                .map(prolog -> DynamicTest.dynamicTest(prolog.substring(0, 10), () -> assertThat(
                                read(prolog + "<rss><channel>" + ITEM + TEXT + END + "</channel></rss>").articles)
                        .hasSize(1)));
    }

    private static Readings read(String xml) {
        long begin = cpu();
        Readings readings = Readings.of(xml);
        assertThat(Duration.ofNanos(cpu() - begin)).isLessThan(LIMIT);
        return readings;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
