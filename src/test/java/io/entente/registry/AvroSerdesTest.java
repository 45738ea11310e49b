package io.entente.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.entente.avro.Article;
import io.entente.avro.Statement;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {
    private static final Article ARTICLE =
            Article.newBuilder().setBody("b").setPublishedAt(Instant.EPOCH).build();

    @Test
    void takesTheNamedClassInPlaceOfOurs() {
        Serde<Article> serde = serdes(Bare.class.getName()).value(Article.class);
        byte[] bytes = serde.serializer().serialize("t", ARTICLE);
        assertThat(bytes).as("written by the other").startsWith((byte) 0xC3, (byte) 0x01);
        assertThat(serde.deserializer().deserialize("t", bytes)).isEqualTo(ARTICLE);
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void holdsTheOtherToOurRules() {
        AvroSerdes serdes = serdes(Bare.class.getName());
        byte[] article = serdes.value(Article.class).serializer().serialize("t", ARTICLE);
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> serdes.value(Statement.class).deserializer().deserialize("t", article))
                .withMessageContaining("io.entente.avro.Article");
        Deserializer<Article> deserializer = serdes.value(Article.class).deserializer();
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> deserializer.deserialize("truncated", article))
                .withMessageContaining("truncated");
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> deserializer.deserialize("down", article));
    }

    @Test
    void saysWhatIsWrongWithTheClass() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> serdes("io.confluent.NotThere").value(Article.class))
                .withMessageContaining("entente.serde.avro")
                .withMessageContaining("class path");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> serdes(String.class.getName()).value(Article.class))
                .withMessageContaining("java.lang.String");
    }

    private static AvroSerdes serdes(String type) {
        return new AvroSerdes(Map.of("schema.registry.url", "http://registry.invalid", AvroSerdes.SERDE_CLASS, type));
    }

    /** Somebody's serde: Avro's single-object encoding, and errors as Confluent's serde throws them. */
    public static final class Bare implements Serde<SpecificRecord> {
        private boolean specific;

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            specific = Boolean.TRUE.equals(configs.get("specific.avro.reader"))
                    && "http://registry.invalid".equals(configs.get("schema.registry.url"));
        }

        @Override
        public Serializer<SpecificRecord> serializer() {
            return (topic, record) -> {
                try {
                    return ((Article) record).toByteBuffer().array();
                } catch (IOException e) {
                    throw new SerializationException(e);
                }
            };
        }

        @Override
        public Deserializer<SpecificRecord> deserializer() {
            return (topic, data) -> {
                assertThat(specific).as("told what it needs to know").isTrue();
                try {
                    return switch (topic) {
                        case "truncated" -> throw new EOFException();
                        case "down" -> throw new ConnectException("refused");
                        default -> data == null ? null : Article.fromByteBuffer(ByteBuffer.wrap(data));
                    };
                } catch (IOException e) {
                    throw new SerializationException("Error deserializing from " + topic, e);
                }
            };
        }
    }
}
