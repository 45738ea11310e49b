package io.entente.article.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.table.TsvTable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Files of every form that people have, good and broken: {@code corpus.tsv} says what each must give. */
class CorpusTest {
    private static final String TABLE = "../corpus.tsv";

    @TestFactory
    Stream<DynamicTest> givesWhatTheTableSays() {
        Map<String, List<List<String>>> expected = new LinkedHashMap<>();
        TsvTable.resource(CorpusTest.class, TABLE)
                .each(row -> expected.computeIfAbsent(row.cell(0), file -> new ArrayList<>())
                        .add(row.cells()));
        return expected.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> check(file.getKey(), file.getValue())));
    }

    private static void check(String file, List<List<String>> expected) throws IOException, URISyntaxException {
        Readings readings = new Readings(file);
        try (InputStream in = Files.newInputStream(folder().resolve(file))) {
            new ArticleReader().read(file, in, ReadOptions.NONE, readings);
        }
        if (expected.get(0).get(1).equals("nothing")) {
            assertThat(readings.rows).isEmpty();
            return;
        }
        assertThat(readings.rows).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            List<String> want = expected.get(i);
            List<String> got = readings.rows.get(i);
            if (want.get(1).equals("article")) {
                assertThat(got).isEqualTo(want);
            } else {
                assertThat(got.subList(0, 3)).isEqualTo(want.subList(0, 3));
                assertThat(got.get(3)).startsWith(want.get(3));
            }
        }
    }

    @Test
    void everyFileIsInTheTable() throws IOException, URISyntaxException {
        List<String> named = new ArrayList<>();
        TsvTable.resource(CorpusTest.class, TABLE).each(row -> named.add(row.cell(0)));
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .isSubsetOf(named)
                    .hasSizeGreaterThan(60);
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(CorpusTest.class.getResource("../corpus"))
                .toURI());
    }
}
