package io.entente.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The labelled pairs of sentences set the bounds: reportBound is the one of the best F1 on the even lines, in steps of 0.025; the odd
 * lines tell what it is worth. docs/relations.md gives the figures.
 */
class LabelledPairsTest {
    private static final RelateSettings SETTINGS = RelateSettings.defaults();
    private static final List<SentencePair> PAIRS = SentencePair.all();
    private static final List<SentencePair> EVEN =
            PAIRS.stream().filter(pair -> pair.line() % 2 == 0).toList();
    private static final List<SentencePair> ODD =
            PAIRS.stream().filter(pair -> pair.line() % 2 == 1).toList();

    /** Precision, recall and their harmonic mean. */
    private record Score(double precision, double recall) {
        static Score of(List<SentencePair> pairs, Predicate<SentencePair> found, Predicate<SentencePair> right) {
            double hits = pairs.stream().filter(found.and(right)).count();
            return new Score(
                    hits / pairs.stream().filter(found).count(),
                    hits / pairs.stream().filter(right).count());
        }

        double f1() {
            return 2 * precision * recall / (precision + recall);
        }
    }

    private static Score sameEvent(List<SentencePair> pairs, double bound) {
        return Score.of(pairs, pair -> pair.sameEvent(SETTINGS.copyBound(), bound), pair -> !pair.label()
                .equals("other"));
    }

    @Test
    void reportBoundIsTheBestOnTheEvenLines() {
        double best = 0;
        for (int step = 4; step <= 24; step++) {
            double bound = step * 0.025;
            if (best == 0 || sameEvent(EVEN, bound).f1() > sameEvent(EVEN, best).f1()) {
                best = bound;
            }
        }
        assertThat(best).isEqualTo(SETTINGS.reportBound(), org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void sameEventIsFoundOnTheOddLines() {
        Score score = sameEvent(ODD, SETTINGS.reportBound());
        assertThat(score.precision()).as("%s", score).isGreaterThanOrEqualTo(0.97);
        assertThat(score.recall()).as("%s", score).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void copiesAreToldFromReports() {
        Score score = Score.of(PAIRS, pair -> pair.copy(SETTINGS.copyBound()), pair -> pair.label()
                .equals("copy"));
        assertThat(score.precision()).as("%s", score).isGreaterThanOrEqualTo(0.98);
        assertThat(score.recall()).as("%s", score).isGreaterThanOrEqualTo(0.98);
    }
}
