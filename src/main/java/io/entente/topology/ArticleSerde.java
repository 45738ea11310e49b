package io.entente.topology;

import io.entente.article.InvalidArticle;
import io.entente.article.json.ArticleJson;
import io.entente.avro.Article;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Articles as values: written as Avro, read as Avro in Confluent's wire format or as a JSON object, distinguished by the first byte. */
final class ArticleSerde implements Serde<Article> {
    private static final byte MAGIC = 0;

    private final Serde<Article> avro;
    private final ArticleJson json = new ArticleJson();

    ArticleSerde(Serde<Article> avro) {
        this.avro = avro;
    }

    @Override
    public Serializer<Article> serializer() {
        return avro.serializer();
    }

    @Override
    public Deserializer<Article> deserializer() {
        Deserializer<Article> ofAvro = avro.deserializer();
        return (topic, data) -> read(ofAvro, topic, data);
    }

    private @Nullable Article read(Deserializer<Article> ofAvro, String topic, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        if (data.length > 0 && data[0] == MAGIC) {
            return ofAvro.deserialize(topic, data);
        }
        int begin = objectBegin(data);
        if (begin < 0) {
            throw new SerializationException(
                    "neither Avro in Confluent's wire format (first byte 0x00) nor a JSON object"
                            + " (first byte '{'): send one of them");
        }
        try {
            return json.read(begin == 0 ? data : Arrays.copyOfRange(data, begin, data.length));
        } catch (InvalidArticle e) {
            throw new SerializationException(e.getMessage(), e);
        }
    }

    /** Where an object begins, before which, as in files, a byte order mark and white space may stand; -1 if there is none. */
    private static int objectBegin(byte[] data) {
        int at = 0;
        while (at < data.length && (data[at] == ' ' || data[at] == '\t' || data[at] == '\n' || data[at] == '\r')) {
            at++;
        }
        boolean marked = at + 2 < data.length
                && data[at] == (byte) 0xEF
                && data[at + 1] == (byte) 0xBB
                && data[at + 2] == (byte) 0xBF;
        at += marked ? 3 : 0;
        while (at < data.length && data[at] <= ' ' && data[at] > 0) {
            at++;
        }
        return at < data.length && data[at] == '{' ? at : -1;
    }

    @Override
    public void close() {
        avro.close();
    }
}
