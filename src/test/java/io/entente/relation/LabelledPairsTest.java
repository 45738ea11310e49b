package io.entente.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Pairs of sentences that are alike on purpose: copies, reports of one event in other words, and events of a day or two that differ in one
 * particular. {@link ActsTest} has reports as agencies write them.
 */
class LabelledPairsTest {
    private static final RelateSettings SETTINGS = RelateSettings.defaults();
    private static final List<SentencePair> PAIRS = SentencePair.all();
    private static final List<SentencePair> ODD =
            PAIRS.stream().filter(pair -> pair.line() % 2 == 1).toList();

    /** Precision and recall. */
    private record Score(double precision, double recall) {
        static Score of(List<SentencePair> pairs, Predicate<SentencePair> found, Predicate<SentencePair> right) {
            double hits = pairs.stream().filter(found.and(right)).count();
            return new Score(
                    hits / pairs.stream().filter(found).count(),
                    hits / pairs.stream().filter(right).count());
        }
    }

    private static Score sameEvent(List<SentencePair> pairs, double bound) {
        return Score.of(pairs, pair -> pair.sameEvent(SETTINGS.copyBound(), bound), pair -> !pair.label()
                .equals("other"));
    }

    @Test
    void sameEventIsFoundOnTheOddLines() {
        Score score = sameEvent(ODD, SETTINGS.reportBound());
        assertThat(score.precision()).as("%s", score).isGreaterThanOrEqualTo(0.9);
        assertThat(score.recall()).as("%s", score).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void copiesAreDistinguishedFromReports() {
        Score score = Score.of(PAIRS, pair -> pair.copy(SETTINGS.copyBound()), pair -> pair.label()
                .equals("copy"));
        assertThat(score.precision()).as("%s", score).isGreaterThanOrEqualTo(0.98);
        assertThat(score.recall()).as("%s", score).isGreaterThanOrEqualTo(0.98);
    }
}
