package io.entente.article.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireCreditTest {
    private final WireCredit credit = WireCredit.bundled();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WARSAW, May 6 (Reuters) - Poland closed a crossing on Tuesday.",
                "Warsaw (dpa/Reuters) – Poland closed a crossing.",
                "Poland closed a crossing.\n\nReuters contributed to this report.",
                "Poland closed a crossing.\n\nWith reporting by Reuters",
                "Poland closed a crossing.\n\n— Reuters",
                "Poland closed a crossing. (Reuters)\n"
            })
    void findsTheAgency(String body) {
        assertThat(credit.of(body)).contains("Reuters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Poland closed a crossing, Reuters reported on Tuesday, citing two officials.",
                "The minister told Reuters that the crossing would stay closed.",
                "Poland (AP) closed a crossing."
            })
    void takesNoMentionForACredit(String body) {
        assertThat(credit.of(body)).isEmpty();
    }

    @Test
    void longTextsAreLookedAtAtBothEndsOnly() {
        assertThat(credit.of("a".repeat(500) + "(Reuters) -" + "b".repeat(500))).isEmpty();
    }
}
