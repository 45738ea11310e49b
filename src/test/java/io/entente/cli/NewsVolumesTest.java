package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.alert.baseline.NewsVolumes;
import io.entente.table.TsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts the table of news volumes again: the coder may have changed since, but not what is much in the news. */
@Tag("long")
class NewsVolumesTest {
    private static final Path FEED = Path.of("../shared/real/current-events-2012-2019.jsonl.gz");
    private static final int OFTEN = 60;

    private final Map<String, Integer> stories = new HashMap<>();

    @Test
    void eightYearsOfNewsGiveThem(@TempDir Path folder) throws IOException {
        assumeTrue(Files.exists(FEED), "needs the daily list of world events");
        Run.of("replay", FEED.toString(), "--out", folder.resolve("out").toString());
        ObjectMapper json = new ObjectMapper();
        Set<List<String>> seen = new HashSet<>();
        for (String line : Files.readAllLines(folder.resolve("out/events.jsonl"))) {
            count(json.readTree(line), seen);
        }
        TsvTable.resource(NewsVolumes.class, "news-volumes.tsv").each(row -> {
            double known = row.number(1, 1e9);
            if (known >= OFTEN) {
                assertThat(stories.getOrDefault(row.cell(0), 0).doubleValue())
                        .as(row.cell(0))
                        .isBetween(0.75 * known, 1.33 * known);
            }
        });
    }

    private void count(JsonNode event, Set<List<String>> seen) {
        boolean counts =
                Set.of("asserted", "intended").contains(event.get("status").asText())
                        && event.get("sourceKind").asText().equals("COUNTRY")
                        && event.get("targetKind").asText().equals("COUNTRY");
        List<String> story = List.of(
                event.get("pair").asText(),
                event.get("publishedAt").asText().substring(0, 10),
                event.get("articleId").asText());
        if (counts && seen.add(story)) {
            stories.merge(event.get("source").asText(), 1, Integer::sum);
            stories.merge(event.get("target").asText(), 1, Integer::sum);
        }
    }
}
