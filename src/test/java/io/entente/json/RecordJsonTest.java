package io.entente.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.ActorKind;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.EventType;
import io.entente.avro.Mention;
import io.entente.avro.MentionKind;
import io.entente.avro.QuadClass;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    private static final Instant TIME = Instant.parse("2024-03-01T09:00:00Z");
    private final RecordJson json = new RecordJson();

    private static EnrichedArticle article() {
        Statement statement = Statement.newBuilder()
                .setId("s1")
                .setArticleId("a1")
                .setPublishedAt(TIME)
                .setSource("DZA")
                .setTarget("MAR")
                .setEvent(EventType.ACCUSE)
                .setQuad(QuadClass.VERBAL_CONFLICT)
                .setSign(-1)
                .setSentiment(-0.5)
                .setIntensity(-2)
                .setStatus(Status.ASSERTED)
                .setSentence("Algeria accused Morocco.")
                .setBegin(0)
                .setEnd(24)
                .setTrigger("accused")
                .setRule("active")
                .setConfidence(0.9)
                .setWatermark(TIME)
                .build();
        Mention mention = Mention.newBuilder()
                .setBegin(0)
                .setEnd(7)
                .setText("Algeria")
                .setCode("DZA")
                .setActorKind(ActorKind.COUNTRY)
                .setKind(MentionKind.COUNTRY)
                .setEntry("Algeria")
                .build();
        return EnrichedArticle.newBuilder()
                .setId("a1")
                .setBody("Algeria accused Morocco.")
                .setLanguage("en")
                .setPublishedAt(TIME)
                .setMentions(List.of(mention))
                .setStatements(List.of(statement))
                .build();
    }

    @Test
    void writesTimesAsIsoStatusInLowerCaseAndLeavesOutWhatIsAbsent() {
        ObjectNode written = json.write(article());

        assertThat(written.get("publishedAt").asText()).isEqualTo("2024-03-01T09:00:00Z");
        assertThat(written.at("/statements/0/status").asText()).isEqualTo("asserted");
        assertThat(written.at("/statements/0/event").asText()).isEqualTo("ACCUSE");
        assertThat(written.has("url")).isFalse();
    }

    @Test
    void readsWhatItWrote() throws Exception {
        String text = json.write(article()).toString();

        assertThat(json.read(new ObjectMapper().readTree(text), EnrichedArticle.class))
                .isEqualTo(article());
    }

    @Test
    void namesTheFieldThatIsWrong() {
        ObjectNode written = json.write(article());
        ((ObjectNode) written.at("/statements/0")).put("sign", "minus one");

        assertThatThrownBy(() -> json.read(written, EnrichedArticle.class))
                .hasMessage("EnrichedArticle.statements[].sign must be a whole number");

        written.remove("body");
        assertThatThrownBy(() -> json.read(written, EnrichedArticle.class))
                .hasMessage("EnrichedArticle.body is missing");
    }
}
