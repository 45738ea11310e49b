package io.entente.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.actor.Gazetteer;
import io.entente.coder.ArticleCoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The coder may not fall below the floors of {@code gold/floors.csv}, which lie a little below what it reaches. The errors of beta and
 * cameo have never been read: they say what unseen text gives, and should remain so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldFloorTest {
    private final ArticleCoder coder = ArticleCoder.of(Gazetteer.load());
    private final Map<String, Evaluation> evaluations = new HashMap<>();

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/gold/floors.csv", numLinesToSkip = 1)
    void theCoderHoldsItsFloors(String set, String kind, double pair, double sign, double event, int alarms)
            throws IOException {
        Evaluation evaluation = evaluation(set);
        Evaluation.Result result =
                kind.equals("all") ? evaluation.all() : evaluation.kinds().get(kind);

        assertThat(result.pair().f1()).as("pair").isGreaterThanOrEqualTo(pair);
        assertThat(result.sign().f1()).as("pair+sign").isGreaterThanOrEqualTo(sign);
        assertThat(result.event().f1()).as("pair+event").isGreaterThanOrEqualTo(event);
        assertThat(result.alarms()).as("false alarms").isLessThanOrEqualTo(alarms);
    }

    private Evaluation evaluation(String set) throws IOException {
        Evaluation known = evaluations.get(set);
        if (known == null) {
            try (BufferedReader reader = Files.newBufferedReader(Path.of("src/test/resources/gold", set + ".jsonl"))) {
                known = Evaluation.of(GoldSet.read(reader), coder);
            }
            evaluations.put(set, known);
        }
        return known;
    }
}
