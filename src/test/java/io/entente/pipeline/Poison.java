package io.entente.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.ops.Reason;
import io.entente.topology.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Something that is not an article.
 *
 * @param reason what its dead letter must say
 * @param remedy part of the message that tells what to do
 */
record Poison(String name, byte[] value, Reason reason, String remedy) {

    /** One of every kind. */
    static List<Poison> everyKind(Topics topics, Article article) {
        byte[] avro = topics.articles()
                .value()
                .serializer()
                .serialize(topics.articles().name(), article);
        byte[] random = new byte[200];
        new Random(7).nextBytes(random);
        random[0] = 7;
        List<Poison> kinds = new ArrayList<>();
        kinds.add(unreadable("random bytes", random, "send one of them"));
        kinds.add(unreadable("empty", new byte[0], "send one of them"));
        kinds.add(unreadable("truncated avro", Arrays.copyOf(avro, avro.length / 2), "send it whole"));
        kinds.add(unreadable("only a magic byte", new byte[1], "Confluent Avro serializer"));
        kinds.add(unreadable("unknown id", confluent(999_999, new byte[] {0, 0, 0, 0}), "let its producer use"));
        kinds.add(unreadable("another record", otherRecord(topics), "write io.entente.avro.Article to this topic"));
        kinds.add(json("no body", "{\"publishedAt\":0}", "a string"));
        kinds.add(json("wrong type", "{\"body\":1,\"publishedAt\":0}", "must be a string"));
        kinds.add(
                json("duplicate keys", "{\"body\":\"a\",\"body\":\"b\",\"publishedAt\":0}", "Duplicate field 'body'"));
        kinds.add(json("no date", "{\"body\":\"a\"}", "such as 2024-03-01T09:00:00Z"));
        kinds.add(dated("1066-10-14T00:00:00Z"));
        kinds.add(dated("2099-01-01T00:00:00Z"));
        kinds.add(invalid("empty body", "{\"body\":\"\",\"publishedAt\":0}", "send the article's text"));
        kinds.add(invalid(
                "long title", "{\"title\":\"" + "a".repeat(9_000) + "\",\"body\":\"a\",\"publishedAt\":0}", "cut it"));
        kinds.add(invalid("5 MB", "{\"publishedAt\":0,\"body\":\"" + "a".repeat(5 << 20) + "\"}", "cut or split it"));
        return kinds;
    }

    private static Poison unreadable(String name, byte[] value, String remedy) {
        return new Poison(name, value, Reason.UNREADABLE, remedy);
    }

    private static Poison json(String name, String value, String remedy) {
        return unreadable(name, value.getBytes(UTF_8), remedy);
    }

    private static Poison invalid(String name, String value, String remedy) {
        return new Poison(name, value.getBytes(UTF_8), Reason.INVALID, remedy);
    }

    private static Poison dated(String date) {
        String value = "{\"body\":\"a\",\"publishedAt\":\"" + date + "\"}";
        return new Poison(date, value.getBytes(UTF_8), Reason.IMPOSSIBLE_DATE, "correct the date");
    }

    /** {@code body} in Confluent's wire format. */
    static byte[] confluent(int id, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(id)
                .put(body)
                .array();
    }

    private static byte[] otherRecord(Topics topics) {
        EnrichedArticle record = EnrichedArticle.newBuilder()
                .setId("x")
                .setBody("x")
                .setLanguage("en")
                .setPublishedAt(Instant.EPOCH)
                .setMentions(List.of())
                .setStatements(List.of())
                .build();
        return topics.enriched()
                .value()
                .serializer()
                .serialize(topics.enriched().name(), record);
    }

    /** The schema of an article as an older producer has it: without the time of fetching. */
    static Schema olderArticle() {
        Schema now = Article.getClassSchema();
        return Schema.createRecord(
                now.getName(),
                null,
                now.getNamespace(),
                false,
                now.getFields().stream()
                        .filter(field -> !field.name().equals("fetchedAt"))
                        .map(field -> new Schema.Field(field.name(), field.schema()))
                        .toList());
    }

    /** An article of an older producer, in Avro. */
    static byte[] older(Schema schema, String id, Article article) {
        GenericData.Record record = new GenericData.Record(schema);
        record.put("id", id);
        record.put("body", article.getBody());
        record.put("publishedAt", article.getPublishedAt().toEpochMilli());
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<>(schema).write(record, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
