package io.entente.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.avro.Article;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleSerdeTest {
    private static final String JSON =
            "{\"id\":\"a1\",\"publishedAt\":\"2024-03-01T09:00:00Z\",\"body\":\"Peru thanked Chile.\"}";

    private final Deserializer<Article> deserializer = new ArticleSerde(
                    Serdes.serdeFrom((topic, article) -> new byte[0], (topic, data) -> {
                        throw new AssertionError("not Avro");
                    }))
            .deserializer();

    private Article read(String text) {
        return deserializer.deserialize("articles", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t ", "\ufeff", "\ufeff \r\n", " \ufeff"})
    void aByteOrderMarkAndWhiteSpaceMayStandBeforeAnObject(String before) {
        assertThat(read(before + JSON + "\n").getBody()).isEqualTo("Peru thanked Chile.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\ufeff", "[1]", "\"text\"", "\ufeff\ufeff{}", "<rss/>", "Peru thanked Chile."})
    void whatIsNotAnObjectIsRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("nor a JSON object");
    }
}
