package io.entente.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.actor.Gazetteer;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import io.entente.coder.ArticleCoder;
import io.entente.coder.rules.Reliability;
import io.entente.coder.rules.Reliability.Share;
import io.entente.evaluation.Calibration.Band;
import io.entente.table.TsvRow;
import io.entente.table.TsvTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Path REAL_NEWS = Path.of("src/test/resources/calibration/real-news.tsv");

    @Test
    void theSharesThatShipAreThoseOfRealNews() {
        Map<String, Share> shipped = new TreeMap<>();
        TsvTable.resource(Reliability.class, "reliability.tsv")
                .each(row -> shipped.put(
                        row.cell(0), new Share(Integer.parseInt(row.cell(1)), Integer.parseInt(row.cell(2)))));
        assertThat(shipped)
                .as("make it anew: entente evaluate --reliability " + REAL_NEWS)
                .isEqualTo(Calibration.of(realNews(), 6).shares());
    }

    @Test
    void likelihoodsTellTheGoodFromTheBadInSetsThatTheFitHasNotSeen() {
        Calibration calibration = Calibration.of(realNews(), 6);
        assertThat(calibration.skill()).isGreaterThan(0.03);
        assertThat(calibration.auc()).isGreaterThan(0.65);
        List<Band> bands = calibration.bands();
        assertThat(bands.get(5).right() - bands.get(0).right()).isGreaterThan(0.12);
        assertThat(bands).allSatisfy(band -> assertThat(Math.abs(band.right() - band.likelihood()))
                .isLessThan(0.04));
    }

    @Test
    void theCoderSeesTheSameCircumstancesAsTheCount() throws IOException {
        Reliability reliability = Reliability.of(Calibration.of(realNews(), 1).shares());
        ArticleCoder coder = ArticleCoder.of(Gazetteer.load());
        int compared = 0;
        for (GoldRecord record : gold("gold-dev")) {
            EnrichedArticle coded = coder.code(record.article());
            List<Outcome> outcomes = Outcome.of("gold-dev", record, coded);
            List<Statement> counted = coded.getStatements().stream()
                    .filter(statement -> Judged.of(statement).counts())
                    .toList();
            for (int i = 0; i < counted.size(); i++) {
                assertThat(counted.get(i).getConfidence())
                        .as(counted.get(i).getSentence())
                        .isEqualTo(reliability.likelihood(outcomes.get(i).features()));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    @Test
    void aFeatureMovesTheLikelihoodAsFarAsItsShareIsKnown() {
        Reliability reliability = Reliability.of(Map.of(
                Reliability.ALL, new Share(90, 100), "rule often", new Share(40, 80), "rule seldom", new Share(0, 1)));
        assertThat(reliability.likelihood(List.of("rule unknown"))).isEqualTo(0.9);
        assertThat(reliability.likelihood(List.of("rule often"))).isBetween(0.65, 0.75);
        assertThat(reliability.likelihood(List.of("rule seldom"))).isBetween(0.85, 0.9);
    }

    @Test
    void skillAndAucOfLikelihoodsThatSeparate() {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            boolean good = i % 2 == 0;
            outcomes.add(new Outcome("set" + i % 4, "r" + i, good || i % 5 == 0, List.of(good ? "good" : "bad")));
        }
        Calibration calibration = Calibration.of(outcomes, 2);
        assertThat(calibration.auc()).isGreaterThan(0.9);
        assertThat(calibration.skill()).isGreaterThan(0.3);
        assertThat(calibration.bands()).extracting(Band::right).containsExactly(0.2, 1.0);
    }

    @Test
    void anOutcomeIsReadAsItIsWritten() {
        Outcome outcome = new Outcome("s", "r1", true, List.of("rule clause", "actors 2"));
        assertThat(outcome.line()).isEqualTo("s\tr1\t1\trule clause; actors 2");
        assertThat(Outcome.parse(row(outcome.line()))).isEqualTo(outcome);
        assertThatThrownBy(() -> Outcome.parse(row("s\tr1\tyes\tx"))).hasMessageContaining("not an outcome");
    }

    private static TsvRow row(String line) {
        return new TsvRow("outcomes.tsv", 1, List.of(line.split("\t", -1)));
    }

    private static List<Outcome> realNews() {
        return TsvTable.file(REAL_NEWS).rows().stream().map(Outcome::parse).toList();
    }

    private static List<GoldRecord> gold(String set) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(Path.of("src/test/resources/gold", set + ".jsonl"))) {
            return GoldSet.read(reader);
        }
    }
}
