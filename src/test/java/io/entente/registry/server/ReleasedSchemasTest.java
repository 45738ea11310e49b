package io.entente.registry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.EnrichedArticle;
import io.entente.registry.server.Level.Earlier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gate of evolution: readers and writers of every released version get on with today's schemas. A release puts a copy of
 * {@code schemas/} under {@code src/test/resources/schemas/released/<version>/}.
 */
class ReleasedSchemasTest {
    private static final Path CURRENT = Path.of("schemas");
    private static final Path RELEASED = Path.of("src/test/resources/schemas/released");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> todaysSchemasGetOnWithThoseReleased() throws IOException {
        Map<String, Schema> current = read(CURRENT);
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest(
                        "today's are those of the generated classes", () -> assertThat(Level.FULL.problems(
                                        EnrichedArticle.getClassSchema(),
                                        List.of(new Earlier(1, current.get("io.entente.avro.EnrichedArticle")))))
                                .isEmpty())),
                versions(RELEASED).stream()
                        .map(version -> DynamicTest.dynamicTest(
                                version.getFileName().toString(),
                                () -> assertThat(problems(current, version)).isEmpty())));
    }

    @Test
    void catchesWhatWouldBreakReadersOrWriters() throws IOException {
        String article = Files.readString(CURRENT.resolve("Article.avsc"));
        String status = Files.readString(CURRENT.resolve("Status.avsc"));
        String body = "{\"name\": \"body\",";
        assertThat(changed("Article.avsc", article, article)).isEmpty();
        assertThat(changed("Article.avsc", article, article.replace(body, field("\"int\", \"default\": 0") + body)))
                .as("a new field with a default")
                .isEmpty();
        assertThat(changed("Article.avsc", article, article.replace(body, field("\"int\"") + body)))
                .as("a new field without one")
                .anyMatch(problem -> problem.contains("extra"));
        assertThat(changed("Article.avsc", article.replace(body, field("\"int\"") + body), article))
                .as("a field dropped that had none")
                .anyMatch(problem -> problem.contains("extra"));
        assertThat(changed("Article.avsc", article, article.replace("\"long\"", "\"string\"")))
                .as("another type")
                .anyMatch(problem -> problem.contains("publishedAt"));
        assertThat(changed("Article.avsc", article, article.replace("\"Article\"", "\"Story\"")))
                .as("another name")
                .anyMatch(problem -> problem.contains("io.entente.avro.Article"));
        assertThat(changed(
                        "Status.avsc",
                        status,
                        status.replaceFirst("\"symbols\": \\[\"[A-Z]+\",", "\"symbols\": [")
                                .replaceAll("\\s*\"default\": \"[A-Z_]+\",?", "")
                                .replaceAll("\\],\\s*\\}", "]}")))
                .as("a symbol gone")
                .isNotEmpty();
    }

    private static String field(String typeAndDefault) {
        return "{\"name\": \"extra\", \"type\": " + typeAndDefault + "},\n    ";
    }

    /** What the gate says of one file's change. */
    private List<String> changed(String file, String before, String after) throws IOException {
        Path released = Files.createTempDirectory(folder, "released");
        Path now = Files.createTempDirectory(folder, "now");
        Files.writeString(released.resolve(file), before);
        Files.writeString(now.resolve(file), after);
        return problems(read(now), released);
    }

    private static List<String> problems(Map<String, Schema> current, Path version) throws IOException {
        List<String> problems = new ArrayList<>();
        read(version).forEach((name, old) -> {
            Schema now = current.get(name);
            if (now == null) {
                problems.add(name + " is gone");
            } else {
                Level.FULL
                        .problems(now, List.of(new Earlier(1, old)))
                        .forEach(problem -> problems.add(name + ": " + problem));
            }
        });
        return problems;
    }

    private static List<Path> versions(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of(); // nothing is released yet
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** The schemas of a folder, which may name one another, by full name. */
    private static Map<String, Schema> read(Path folder) throws IOException {
        SchemaParser parser = new SchemaParser();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".avsc"))
                    .sorted()
                    .toList()) {
                parser.parse(file);
            }
        }
        Map<String, Schema> schemas = new TreeMap<>();
        parser.getParsedNamedSchemas().forEach(schema -> schemas.put(schema.getFullName(), schema));
        return schemas;
    }
}
