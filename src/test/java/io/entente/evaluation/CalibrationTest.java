package io.entente.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.entente.actor.Gazetteer;
import io.entente.language.Resource;
import io.entente.statement.Reliability;
import io.entente.statement.Reliability.Share;
import io.entente.statement.StatementCoder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final int ENOUGH = 20;

    @Test
    void theSharesThatShipAreThoseOfTheAnnotatedSets() throws IOException {
        Calibration calibration = Calibration.of(gold(), StatementCoder.of(Gazetteer.load()));
        int compared = 0;
        for (String[] row : Resource.rows(Reliability.class, "reliability.tsv")) {
            double shipped = Double.parseDouble(row[1]) / Double.parseDouble(row[2]);
            if (Integer.parseInt(row[2]) >= ENOUGH) {
                Share share = calibration.shares().getOrDefault(row[0], new Share(0, 1));
                assertThat((double) share.right() / share.found()).as(row[0]).isCloseTo(shipped, within(0.05));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(3);
    }

    @Test
    void heldOutStatementsAreAboutAsLikelyAsTheFitSays() throws IOException {
        Calibration calibration = Calibration.of(gold(), StatementCoder.of(Gazetteer.load()));
        assertThat(calibration.brier()).isLessThanOrEqualTo(calibration.baseline() * 1.1);
    }

    @Test
    void aFeatureMovesTheLikelihoodAsFarAsItsShareIsKnown() {
        Reliability reliability = Reliability.of(Map.of(
                Reliability.ALL, new Share(90, 100), "rule often", new Share(40, 80), "rule seldom", new Share(0, 1)));
        assertThat(reliability.likelihood(List.of("rule unknown"))).isEqualTo(0.9);
        assertThat(reliability.likelihood(List.of("rule often"))).isBetween(0.5, 0.6);
        assertThat(reliability.likelihood(List.of("rule seldom"))).isBetween(0.8, 0.9);
    }

    private static List<GoldRecord> gold() throws IOException {
        List<GoldRecord> records = new ArrayList<>();
        try (Stream<Path> sets = Files.list(Path.of("src/test/resources/gold"))) {
            for (Path set : sets.sorted().toList()) {
                try (BufferedReader reader = Files.newBufferedReader(set)) {
                    records.addAll(GoldSet.read(reader));
                }
            }
        }
        return records;
    }
}
