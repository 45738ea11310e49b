package io.entente.actor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.language.segment.Segmenter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the annotated development set asks of the gazetteer. */
class GoldRecallTest {
    private static final List<JsonNode> RECORDS = new ArrayList<>();
    private static final Gazetteer GAZETTEER = Gazetteer.load();

    @BeforeAll
    static void read() throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (InputStream in = Objects.requireNonNull(GoldRecallTest.class.getResourceAsStream("/gold/gold-dev.jsonl"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line : (Iterable<String>) lines.lines()::iterator) {
                RECORDS.add(json.readTree(line));
            }
        }
    }

    private static Set<String> codes(JsonNode gold) {
        String text = gold.get("text").asText();
        int title = gold.get("kind").asText().equals("article") ? text.indexOf('\n') : -1;
        return GAZETTEER
                .tag(
                        new Segmenter().segment(title < 0 ? null : text.substring(0, title), text.substring(title + 1)),
                        LocalDate.parse(gold.get("date").asText()))
                .mentions()
                .stream()
                .map(ActorMention::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void mentionsSourceAndTargetOfAlmostEveryStatement() {
        int all = 0;
        List<String> missed = new ArrayList<>();
        for (JsonNode gold : RECORDS) {
            Set<String> wanted = new TreeSet<>();
            for (JsonNode statement : gold.get("statements")) {
                wanted.add(statement.get("source").asText());
                wanted.add(statement.get("target").asText());
            }
            all += wanted.size();
            wanted.removeAll(codes(gold));
            wanted.forEach(code -> missed.add(gold.get("id").asText() + " " + code));
        }
        assertThat(missed).hasSizeLessThanOrEqualTo(all * 2 / 100);
    }

    @Test
    void seesNoCountryWhereCountryWordsMeanNone() {
        long silent = RECORDS.stream()
                .filter(gold -> gold.get("kind").asText().equals("none"))
                .filter(gold -> codes(gold).isEmpty())
                .count();
        assertThat(silent).isGreaterThanOrEqualTo(25);
    }
}
