package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a question may look like, and whom it is about. */
class QuestionsTest {
    private static ApiFixture api;

    @BeforeAll
    static void start(@TempDir Path folder) {
        api = new ApiFixture(folder, Optional.empty());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/api/v1/pairs/RUS-CHN /api/v1/pairs/CHN-RUS",
                "/api/v1/pairs/chn-rus /api/v1/pairs/CHN-RUS",
                "/api/v1/events?pair=RUS-CHN /api/v1/events?pair=CHN-RUS",
                "/api/v1/statements?pair=RUS-CHN /api/v1/statements?pair=CHN-RUS",
                "/api/v1/alerts?pair=RUS-CHN /api/v1/alerts?pair=CHN-RUS",
                "/api/v1/events?source=chn /api/v1/events?source=CHN"
            })
    void aPairIsAskedForInAnyOrder(String asked, String usual) throws Exception {
        assertThat(api.json(asked)).isEqualTo(api.json(usual));
        assertThat(api.json(usual).toString()).contains("CHN");
    }

    @Test
    void eventsAreListedByProminenceAndCorroboration() throws Exception {
        assertThat(api.json("/api/v1/events?pair=FRA-RUS").get("items")).hasSize(5);
        assertThat(api.json("/api/v1/events?pair=FRA-RUS&prominent=true").get("items"))
                .hasSize(4);
        assertThat(api.json("/api/v1/events?pair=FRA-RUS&corroborated=true").get("items"))
                .singleElement()
                .satisfies(event -> assertThat(event.get("id").asText()).isEqualTo("e4-FRA-RUS"));
        assertThat(api.get("/api/v1/events?prominent=maybe").statusCode()).isEqualTo(400);
        assertThat(api.get("/api/v1/statements?prominent=true").statusCode()).isEqualTo(400);
    }

    @Test
    void aMuteOfAPairInAnyOrderIsOne() throws Exception {
        String mute = "{\"pair\":\"RUS-CHN\",\"until\":\"2030-01-01T00:00:00Z\"}";
        assertThat(api.send("PUT", "/api/v1/mutes", mute).statusCode()).isEqualTo(202);
        assertThat(api.json("/api/v1/alerts/al1").get("muted").asBoolean()).isTrue();
        assertThat(api.send("DELETE", "/api/v1/mutes?pair=RUS-CHN", "").statusCode())
                .isEqualTo(204);
        assertThat(api.json("/api/v1/mutes").get("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHN-CHN", "CHN", "CHN-", "-", "CHN-RUS-USA"})
    void whatIsNotAPairIsRefused(String pair) throws Exception {
        assertThat(api.get("/api/v1/pairs/" + pair).statusCode()).isEqualTo(400);
        assertThat(api.get("/api/v1/pairs/" + pair).body()).contains("two different codes such as CHN-RUS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "alerts", "pairs", "matrix"})
    void anActorIsOnEitherSide(String list) throws Exception {
        JsonNode items = api.json("/api/v1/" + list + "?actor=USA").get("items");
        assertThat(items).isNotEmpty();
        assertThat(items.findValuesAsText("pair")).containsOnly("CHN-USA");
        assertThat(api.json("/api/v1/" + list + "?actor=PER").get("items")).isEmpty();
    }

    @Test
    void theMatrixOfAnActorHasThoseItDealsWith() throws Exception {
        JsonNode matrix = api.json("/api/v1/matrix?actor=CHN");
        assertThat(matrix.get("actors").findValuesAsText("code")).containsExactly("CHN", "RUS", "USA");
        assertThat(matrix.get("items")).hasSize(2);
    }

    @Test
    void daysSayHowFarTheDataReach() throws Exception {
        JsonNode days = api.json("/api/v1/days").get("items");
        assertThat(days.findValuesAsText("day")).containsExactly("2024-03-10");
        assertThat(days.at("/0/events").asInt()).isEqualTo(30);
        assertThat(days.at("/0/conflict").asDouble()).isEqualTo(60);
        assertThat(api.json("/api/v1/days?actor=USA").at("/items/0/events").asInt())
                .isEqualTo(10);
    }

    @Test
    void whereNothingWasBeforeNothingIsCompared() throws Exception {
        JsonNode pair = api.json("/api/v1/pairs/CHN-RUS?days=1");
        assertThat(pair.has("tensionBefore")).isFalse();
        assertThat(pair.has("change")).isFalse();
        assertThat(pair.get("surprise").asDouble()).isPositive();
        assertThat(api.get("/api/v1/pairs?format=csv&days=1").body()).contains("surprise");
    }

    @Test
    void aTextIsReadByTheCoderThatIsAskedFor() throws Exception {
        for (String coder : List.of("rules", "rules,reader")) {
            String body = "{\"body\":\"Some text.\",\"coder\":\"" + coder + "\"}";
            assertThat(api.send("POST", "/api/v1/code", body).statusCode()).isEqualTo(200);
        }
        String wrong = "{\"body\":\"Some text.\",\"coder\":\"magic\"}";
        assertThat(api.send("POST", "/api/v1/code", wrong).body()).contains("must be one of [rules, rules,reader]");
    }

    @Test
    void actorsAreFoundByEveryName(@TempDir Path folder) throws Exception {
        try (ApiFixture real = ApiFixture.withDictionaries(folder)) {
            for (List<String> name : List.of(
                    List.of("britain", "GBR"),
                    List.of("UAE", "ARE"),
                    List.of("burma", "MMR"),
                    List.of("kremlin", "RUS"),
                    List.of("angela merkel", "DEU"))) {
                assertThat(real.json("/api/v1/actors?q=" + name.get(0).replace(" ", "%20"))
                                .get("items")
                                .findValuesAsText("code"))
                        .as(name.get(0))
                        .contains(name.get(1));
            }
            assertThat(real.json("/api/v1/actors?names=true&q=GBR")
                            .at("/items/0/names")
                            .toString())
                    .contains("Great Britain", "Tony Blair", "Downing Street");
        }
    }
}
