package io.entente.article.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDetectorTest {
    @ParameterizedTest
    @ValueSource(strings = {"<!-- a comment -->\n", "<?note a b?>", "<!-- "})
    void aPrologBeyondWhatIsLookedAtSaysWhatToDo(String part) {
        String prolog = "<?xml version='1.0'?>\n" + part.repeat(20_000);
        assertThat(Readings.of(prolog + "--><rss><channel/></rss>").rows.toString())
                .contains("it begins with more than 64 KiB of comments and declarations");
    }
}
