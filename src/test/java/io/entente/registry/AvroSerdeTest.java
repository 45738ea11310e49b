package io.entente.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.entente.avro.Article;
import io.entente.registry.server.MemoryRegistry;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroSerdeTest {
    private static final String TOPIC = "entente.articles";
    private static final Article ARTICLE = Article.newBuilder()
            .setId("a1")
            .setTitle("Héllo")
            .setBody("body")
            .setPublishedAt(Instant.ofEpochMilli(1))
            .build();
    /** ARTICLE by hand: header with id 1; id "a1"; no url; no outlet; title; body; no language; 1 ms; no fetchedAt. */
    private static final String GOLDEN = "00" + "00000001" + "02" + "046131" + "00" + "00" + "02" + "0c48c3a96c6c6f"
            + "08626f6479" + "00" + "02" + "00";

    private MemoryRegistry registry;

    @BeforeEach
    void start() {
        registry = new MemoryRegistry();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private AvroSerde<Article> serde(String... settings) {
        Map<String, Object> all = new HashMap<>(
                Map.of("schema.registry.url", registry.url(), "max.retries", "1", "retries.wait.ms", "1"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        AvroSerde<Article> serde = new AvroSerde<>(Article.class);
        serde.configure(all, false);
        return serde;
    }

    private RegistryClient client() {
        return RegistryClient.of(Map.of("schema.registry.url", registry.url()));
    }

    @Test
    void writesAndReadsTheWireFormat() {
        AvroSerde<Article> serde = serde();
        byte[] bytes = serde.serializer().serialize(TOPIC, ARTICLE);
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(GOLDEN);
        assertThat(serde().deserializer().deserialize(TOPIC, HexFormat.of().parseHex(GOLDEN)))
                .isEqualTo(ARTICLE);
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void registersNoJavaStrings() {
        serde().serializer().serialize(TOPIC, ARTICLE);
        Schema registered = client().latest(TOPIC + "-value").schema();
        assertThat(Article.getClassSchema().toString()).contains("avro.java.string");
        assertThat(registered.toString()).doesNotContain("avro.java.string");
        assertThat(registered.getField("title").schema())
                .isEqualTo(Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING)));
        assertThat(registered.getDoc()).isEqualTo(Article.getClassSchema().getDoc());
    }

    @Test
    void whatWasLearnedIsReadAndWrittenWithoutARegistry() {
        Schema older = SchemaBuilder.record("Article")
                .namespace("io.entente.avro")
                .fields()
                .requiredString("body")
                .name("publishedAt")
                .type(LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG)))
                .noDefault()
                .endRecord();
        int olderId = client().register(TOPIC + "-value", older);
        byte[] bytes = serde().serializer().serialize(TOPIC, ARTICLE);
        RegistryClient learned = RegistryClient.of(Map.of("schema.registry.url", registry.url(), "max.retries", "0"));
        learned.learn(TOPIC + "-value");
        learned.learn("unheard-of");
        registry.close();
        AvroSerde<Article> serde = new AvroSerde<>(Article.class, learned);
        serde.configure(Map.of(), false);
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(ARTICLE);
        assertThat(serde.serializer().serialize(TOPIC, ARTICLE)).isEqualTo(bytes);
        assertThat(learned.schema(olderId)).isEqualTo(older);
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> learned.learn("entente.events-value"));
    }

    @ParameterizedTest
    @CsvSource({
        "TopicNameStrategy, entente.articles-value",
        "io.confluent.kafka.serializers.subject.TopicNameStrategy, entente.articles-value",
        "RecordNameStrategy, io.entente.avro.Article",
        "io.confluent.kafka.serializers.subject.RecordNameStrategy, io.entente.avro.Article",
        "topicRecordName, entente.articles-io.entente.avro.Article",
        "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy, entente.articles-io.entente.avro.Article",
    })
    void namesSubjectsAsToldTo(String strategy, String subject) {
        serde("value.subject.name.strategy", strategy).serializer().serialize(TOPIC, ARTICLE);
        assertThat(client().latest(subject).version()).isEqualTo(1);
    }

    @Test
    void refusesSettingsThatItDoesNotUnderstand() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> serde("value.subject.name.strategy", "com.example.Mine"))
                .withMessageContaining("com.example.Mine")
                .withMessageContaining("TopicRecordNameStrategy");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> serde("auto.register.schemas", "maybe"))
                .withMessageContaining("auto.register.schemas");
    }

    @Test
    void registersNothingWhereItMustNot() {
        AvroSerde<Article> serde = serde("auto.register.schemas", "false");
        assertThatExceptionOfType(RegistryRefusedException.class)
                .isThrownBy(() -> serde.serializer().serialize(TOPIC, ARTICLE))
                .withMessageContaining("entente.articles-value")
                .withMessageContaining("auto.register.schemas")
                .satisfies(e -> assertThat(e.status()).isEqualTo(404));
        client().register(TOPIC + "-value", Article.getClassSchema());
        assertThat(serde.serializer().serialize(TOPIC, ARTICLE))
                .isEqualTo(HexFormat.of().parseHex(GOLDEN));
    }

    @Test
    void writesTheLatestVersionWhereToldTo() throws Exception {
        Schema latest = SchemaBuilder.record("io.entente.avro.Article")
                .fields()
                .optionalString("desk") // not in ours, and before its fields
                .requiredString("body")
                .requiredLong("publishedAt")
                .endRecord();
        int id = client().register(TOPIC + "-value", latest);
        byte[] bytes = serde("auto.register.schemas", "false", "use.latest.version", "true")
                .serializer()
                .serialize(TOPIC, ARTICLE);
        assertThat(WireFormat.id(bytes)).isEqualTo(id);
        GenericRecord read = new GenericDatumReader<GenericRecord>(latest)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
        assertThat(read.get("desk")).isNull();
        assertThat(read.get("body")).hasToString("body");
        assertThat(read.get("publishedAt")).isEqualTo(1L);
    }

    @Test
    void saysThatTheLatestVersionAsksForMoreThanTheRecordHas() {
        Schema latest = SchemaBuilder.record("io.entente.avro.Article")
                .fields()
                .requiredString("desk")
                .endRecord();
        client().register(TOPIC + "-value", latest);
        AvroSerde<Article> serde = serde("auto.register.schemas", "false", "use.latest.version", "true");
        assertThatExceptionOfType(IncompatibleSchemaException.class)
                .isThrownBy(() -> serde.serializer().serialize(TOPIC, ARTICLE))
                .withMessageContaining("desk");
    }

    @Test
    void readsEarlierAndLaterVersions() throws Exception {
        Schema other = SchemaBuilder.record("io.entente.avro.Article")
                .fields()
                .requiredLong("publishedAt")
                .requiredString("body")
                .optionalDouble("score")
                .endRecord();
        GenericRecord written = new GenericData.Record(other);
        written.put("publishedAt", 7L);
        written.put("body", "text");
        Article read = serde().deserializer().deserialize(TOPIC, encode(client().register("x", other), written));
        assertThat(read.getBody()).isEqualTo("text");
        assertThat(read.getPublishedAt()).isEqualTo(Instant.ofEpochMilli(7));
        assertThat(read.getTitle()).isEmpty();
    }

    @Test
    void tellsPoisonApartAndSaysWhatToDo() throws Exception {
        byte[] good = serde().serializer().serialize(TOPIC, ARTICLE);
        byte[] magic = good.clone();
        magic[0] = 5;
        poison(magic, "0x05", "Confluent Avro serializer");
        poison(new byte[0], "0 bytes");
        poison(new byte[] {0, 0, 0}, "3 bytes");
        poison(Arrays.copyOf(good, good.length - 3), "ends before", "id 1");
        poison(Arrays.copyOf(good, good.length + 1), "bytes follow");
        byte[] unknown = good.clone();
        unknown[2] = 1;
        poison(unknown, "65537", registry.url());
        byte[] length = good.clone();
        Arrays.fill(length, 6, 11, (byte) 0x7f); // a string of a length that the record has not
        poison(length, "id 1");
        Schema foreign = SchemaBuilder.record("com.example.Weather").fields().endRecord();
        byte[] other = encode(client().register("weather", foreign), new GenericData.Record(foreign));
        poison(other, "com.example.Weather", "io.entente.avro.Article");
        Schema poor = SchemaBuilder.record("io.entente.avro.Article").fields().endRecord();
        poison(encode(client().register("poor", poor), new GenericData.Record(poor)), "missing required field");
    }

    private void poison(byte[] data, String... parts) {
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> serde().deserializer().deserialize(TOPIC, data))
                .satisfies(e -> assertThat(e.getMessage()).contains(TOPIC).contains(parts));
    }

    @Test
    void tellsAnUnreachableRegistryApart() {
        AvroSerde<Article> serde = serde();
        String url = registry.url();
        registry.close();
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() ->
                        serde.deserializer().deserialize(TOPIC, HexFormat.of().parseHex(GOLDEN)))
                .withMessageContaining(url)
                .withMessageContaining("schema.registry.url");
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> serde.serializer().serialize(TOPIC, ARTICLE))
                .withMessageContaining("register io.entente.avro.Article under subject entente.articles-value");
    }

    @Test
    void tellsAnIncompatibleSchemaApart() {
        Schema older = SchemaBuilder.record("io.entente.avro.Article")
                .fields()
                .requiredString("body")
                .requiredString("publishedAt")
                .endRecord();
        client().register(TOPIC + "-value", older);
        assertThatExceptionOfType(IncompatibleSchemaException.class)
                .isThrownBy(() -> serde().serializer().serialize(TOPIC, ARTICLE))
                .withMessageContaining("entente.articles-value")
                .withMessageContaining("/fields/publishedAt/type");
    }

    @Test
    void needsTheRegistryOnceForASchema() {
        AvroSerde<Article> serde = serde();
        byte[] bytes = serde.serializer().serialize(TOPIC, ARTICLE);
        serde.deserializer().deserialize(TOPIC, bytes);
        registry.close();
        assertThat(serde.serializer().serialize(TOPIC, ARTICLE)).isEqualTo(bytes);
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(ARTICLE);
    }

    private static byte[] encode(int id, GenericRecord record) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(WireFormat.header(id));
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
