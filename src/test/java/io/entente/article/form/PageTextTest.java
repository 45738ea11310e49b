package io.entente.article.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ten pages built as those of large sites are, with their text beside them: none of it may be lost, and little may come along. */
class PageTextTest {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** What the rules reach, with a margin; readability4j reaches .73 (docs/decisions/0006-own-boilerplate-rules.md). */
    private static final double PRECISION = 0.9;

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        WORD.matcher(text).results().map(MatchResult::group).forEach(word -> words.merge(word, 1, Integer::sum));
        return words;
    }

    @Test
    void keepsTheWholeTextAndLittleElse() throws IOException, URISyntaxException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(Path.of(Objects.requireNonNull(PageTextTest.class.getResource("../pages"))
                .toURI()))) {
            pages = files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
        assertThat(pages).hasSize(10);
        int found = 0;
        int right = 0;
        for (Path page : pages) {
            Map<String, Integer> expected = words(Files.readString(
                    page.resolveSibling(page.getFileName().toString().replace(".html", ".txt"))));
            Map<String, Integer> actual =
                    words(Readings.of(Files.readString(page)).articles.get(0).getBody());
            assertThat(actual)
                    .as(page.getFileName().toString())
                    .containsKeys(expected.keySet().toArray(String[]::new));
            expected.forEach((word, count) ->
                    assertThat(actual.get(word)).as("%s: %s", page, word).isGreaterThanOrEqualTo(count));
            found += actual.values().stream().mapToInt(Integer::intValue).sum();
            right += expected.values().stream().mapToInt(Integer::intValue).sum();
        }
        assertThat((double) right / found).isGreaterThan(PRECISION);
    }
}
