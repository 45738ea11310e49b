package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.actor.Gazetteer;
import io.entente.avro.Article;
import io.entente.cli.input.ExitCode;
import io.entente.cli.output.CodedJson;
import io.entente.coder.ArticleCoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code code --target}: what a text expresses toward any words, whoever or whatever they name. */
class CodeTargetTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ArticleCoder CODER = ArticleCoder.of(Gazetteer.load());

    @TempDir
    private Path folder;

    /** Sign: + or -, 0 for a denied act, none where nothing goes toward the words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // states, named by somebody who speaks for none
                "+    | Beijing         | The minister praised Beijing's constructive role.",
                "-    | Beijing         | Human rights groups condemned Beijing's brutal crackdown.",
                // things, bodies and persons
                "-    | Nord Stream     | Critics slammed the Nord Stream pipeline.",
                "+    | Paris Agreement | Scientists hailed the Paris Agreement.",
                "+    | Greta Thunberg  | Teachers applauded Greta Thunberg on Friday.",
                "-    | Greta Thunberg  | Farmers accused Greta Thunberg of lying.",
                "-    | death penalty   | Bishops condemned the death penalty as barbaric.",
                // possessive and governed by a noun
                "-    | World Bank      | Protesters denounced the World Bank's loans.",
                "-    | Nord Stream     | Critics slammed the safety record of Nord Stream.",
                "-    | Nord Stream     | Criticism of Nord Stream mounted in the capital.",
                "-    | Nord Stream     | Anger at the Nord Stream pipeline grew.",
                "-    | Huawei          | Regulators imposed sanctions on Huawei.",
                "+    | Huawei          | Regulators lifted the sanctions on Huawei.",
                "+    | Nord Stream     | The mayor rejected criticism of Nord Stream.",
                // passive, with and without an agent, and relative
                "-    | Nord Stream     | The Nord Stream pipeline was condemned by fishermen.",
                "-    | Nord Stream     | The Nord Stream pipeline was sabotaged.",
                "-    | Orban           | Orban was called reckless.",
                "-    | Nord Stream     | Nord Stream, which fishermen denounced last week, carries gas.",
                // words that judge
                "-    | Elon Musk       | The senator called Elon Musk irresponsible.",
                "-    | Nord Stream     | The mayor described Nord Stream as a reckless project.",
                "+    | Huawei          | The minister said that Huawei was a reliable partner.",
                "-    | Nord Stream     | \"Nord Stream is a dangerous folly,\" the mayor said.",
                // negated or not told
                "0    | Greta Thunberg  | Farmers did not criticise Greta Thunberg.",
                "0    | Nord Stream     | The lawmakers never praised Nord Stream.",
                "none | Nord Stream     | Fishermen may condemn Nord Stream.",
                // nothing goes toward it
                "none | Nord Stream     | Nord Stream has two pipes of 1,200 kilometres.",
                "none | Nord Stream     | Nord Stream condemned the fishermen.",
                "none | Nord Stream     | Critics slammed the mayor near Nord Stream.",
                "none | Nord Stream     | The storm hit the coast near Nord Stream.",
                "none | BBC             | The mayor slammed the bridge, according to the BBC.",
                // words are whole words, as written
                "none | Stream          | Critics slammed the Mainstream newspaper.",
                "none | nord stream     | Critics slammed the Nord Stream pipeline.",
                // where sport, markets and stage are told of, opinions count, deeds do not
                "-    | Taylor Swift    | Reviewers slammed Taylor Swift's new album after the concert.",
                "none | Arsenal         | Chelsea attacked Arsenal after the goal in the second half."
            })
    void signOfWhatGovernsTheWords(String sign, String target, String text) {
        JsonNode sentiment = toward(target, text).get("sentiment");
        switch (sign) {
            case "+" -> assertThat(sentiment.asDouble()).isBetween(0.2, 1.0);
            case "-" -> assertThat(sentiment.asDouble()).isBetween(-1.0, -0.2);
            case "0" ->
                assertThat(sentiment.isNumber() && sentiment.asDouble() == 0).isTrue();
            default -> assertThat(sentiment.isNull()).isTrue();
        }
    }

    @Test
    void intensifiersAndJudgingWordsCount() {
        double plain =
                toward("Orban", "Lawmakers criticised Orban.").get("sentiment").asDouble();
        assertThat(toward("Orban", "Lawmakers strongly criticised Orban.")
                        .get("sentiment")
                        .asDouble())
                .isLessThan(plain);
        assertThat(toward("Orban", "Lawmakers criticised Orban as dangerous.")
                        .get("sentiment")
                        .asDouble())
                .isLessThan(plain);
    }

    @Test
    void severalSentencesGiveTheirMean() {
        JsonNode line =
                toward("Elon Musk", "Teachers praised Elon Musk. A judge met nobody. Farmers denounced Elon Musk.");
        JsonNode statements = line.get("statements");
        assertThat(statements).hasSize(2);
        assertThat(statements.get(0).get("source").asText()).isEqualTo("Teachers");
        assertThat(statements.get(0).get("target").asText()).isEqualTo("Elon Musk");
        assertThat(line.get("sentiment").asDouble())
                .isBetween(
                        statements.get(1).get("sentiment").asDouble(),
                        statements.get(0).get("sentiment").asDouble());
    }

    @Test
    void statementsBetweenActorsStandAndOthersJoinThem() {
        JsonNode statements = toward(
                        "Beijing", "The senator praised Beijing's constructive role, but Japan condemned Beijing.")
                .get("statements");
        assertThat(statements.findValuesAsText("source")).containsExactly("The senator", "JPN");
        assertThat(statements.findValuesAsText("target")).containsExactly("Beijing", "CHN");
    }

    @Test
    @Timeout(60)
    void hugeAndHostileTextsAreReadInLinearTime() {
        assertThat(toward("Nord", "Critics slammed Nord. ".repeat(20_000))
                        .get("sentiment")
                        .asDouble())
                .isNegative();
        assertThat(toward("a", "a ".repeat(50_000)).get("sentiment").isNull()).isTrue();
        assertThat(toward("\uD83D", "\uD83D\uDE00 \"( ,").get("sentiment").isNull())
                .isTrue();
        assertThat(toward("", "Critics slammed Nord.").get("sentiment").isNull())
                .isTrue();
        assertThat(toward(". Critics", "Some left. Critics slammed Nord.")
                        .get("sentiment")
                        .isNull())
                .isTrue();
    }

    @Test
    void anUnnamedSourceIsNull() {
        assertThat(toward("Nord Stream", "The Nord Stream pipeline was sabotaged.")
                        .get("statements")
                        .get(0)
                        .get("source")
                        .isNull())
                .isTrue();
    }

    @Test
    void theCommandPrintsALineAnArticle() throws IOException {
        Path feed = Files.writeString(
                folder.resolve("feed.jsonl"),
                """
                {"id":"a","date":"2024-03-01","language":"en","body":"Critics slammed the Nord Stream pipeline."}
                {"id":"b","date":"2024-03-01","language":"de","body":"Kritiker tadelten Nord Stream."}
                """);
        Run run = Run.of("code", "--target", "Nord Stream", feed.toString());
        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        assertThat(run.lines()).hasSize(2);
        assertThat(MAPPER.readTree(run.lines().get(0)).get("sentiment").asDouble())
                .isNegative();
        assertThat(MAPPER.readTree(run.lines().get(1)).get("sentiment").isNull())
                .isTrue();
    }

    private static JsonNode toward(String target, String text) {
        Article article = Article.newBuilder()
                .setId("a")
                .setUrl(null)
                .setOutlet(null)
                .setTitle(null)
                .setBody(text)
                .setLanguage("en")
                .setPublishedAt(Instant.parse("2024-03-01T00:00:00Z"))
                .setFetchedAt(null)
                .build();
        try {
            return MAPPER.readTree(
                    new CodedJson().toward(CODER.code(article), article, CODER.toward(article, target), target));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyTargetIsAMistake(String target) {
        Run run = Run.of("code", "--target", target);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--target is empty");
    }
}
