package io.entente.article.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.article.ArticleSink;
import io.entente.article.InvalidArticle;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from JSON of any length: an object that is one, a list of them, an object with a list of them such as {@code {"articles": […]}}, or
 * several of these one after the other. One article at a time is in memory. Immutable.
 */
public final class JsonArticles {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** So deep may a list lie in the answer of a service. */
    private static final int DEPTH = 3;

    private final ArticleJson json;
    private final Optional<Instant> date;

    /** @param date of what has no date; empty if it is to be refused */
    public JsonArticles(Optional<Instant> date) {
        this.json = new ArticleJson();
        this.date = date;
    }

    /**
     * Reads {@code input} to its end, or to where it is no longer JSON.
     *
     * @param place what people know it as
     * @param numbered whether it is a document of its own, in which lines and entries are counted
     */
    public void read(Reader input, String place, boolean numbered, ArticleSink sink) throws IOException {
        try (JsonParser parser = MAPPER.createParser(input)) {
            Reading reading = new Reading(parser, place, numbered, sink);
            try {
                for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                    reading.value(token);
                }
            } catch (JsonEOFException e) {
                sink.refused(reading.line(), "not valid JSON: it breaks off" + reading.before());
            } catch (JsonProcessingException e) {
                sink.refused(reading.line(), "not valid JSON: " + e.getOriginalMessage() + reading.before());
            }
        }
    }

    /** One pass over one input. */
    private final class Reading {
        private final JsonParser parser;
        private final String place;
        private final boolean numbered;
        private final ArticleSink sink;
        private long count;
        private boolean inList;

        Reading(JsonParser parser, String place, boolean numbered, ArticleSink sink) {
            this.parser = parser;
            this.place = place;
            this.numbered = numbered;
            this.sink = sink;
        }

        String line() {
            return numbered ? place + ":" + parser.currentLocation().getLineNr() : place;
        }

        String before() {
            return numbered && count > 0 ? " (the " + count + " entries before it were read)" : "";
        }

        void value(JsonToken token) throws IOException {
            inList = false;
            if (token == JsonToken.START_ARRAY) {
                list(null);
            } else if (token == JsonToken.START_OBJECT) {
                ObjectNode object = MAPPER.createObjectNode();
                if (!object(object, 0)) {
                    article(object, null);
                }
            } else {
                count++;
                sink.refused(entry(), "not a JSON object: an article is an object with 'body' and 'publishedAt'");
            }
        }

        private void list(@Nullable Channel channel) throws IOException {
            inList = true;
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                JsonNode element = parser.readValueAsTree();
                if (element instanceof ObjectNode object) {
                    article(object, channel);
                } else {
                    count++;
                    sink.refused(entry(), "not a JSON object: an article is an object with 'body' and 'publishedAt'");
                }
            }
        }

        /** Gathers an object's fields; true if it had a list of articles, which have been handed over. */
        private boolean object(ObjectNode gathered, int depth) throws IOException {
            boolean lists = false;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                boolean may = json.fields().is("list", name) && depth < DEPTH && !isArticle(gathered);
                if (may && token == JsonToken.START_ARRAY) {
                    list(Channel.of(gathered));
                    lists = true;
                } else if (may && token == JsonToken.START_OBJECT) {
                    ObjectNode inner = MAPPER.createObjectNode();
                    lists |= object(inner, depth + 1);
                    gathered.set(name, inner);
                } else if (json.fields().interesting(name) || token.isScalarValue()) {
                    gathered.set(name, parser.readValueAsTree());
                } else {
                    parser.skipChildren();
                    gathered.putObject(name);
                }
            }
            return lists;
        }

        /** What has a text is itself an article, whatever lists come with it. */
        private boolean isArticle(ObjectNode gathered) {
            return !json.fields().values(gathered, "body").isEmpty()
                    || !json.fields().values(gathered, "text").isEmpty()
                    || !json.fields().values(gathered, "publishedAt").isEmpty();
        }

        private void article(ObjectNode object, @Nullable Channel channel) {
            count++;
            try {
                sink.article(entry(), json.read(object, date, channel));
            } catch (InvalidArticle e) {
                sink.refused(entry(), String.valueOf(e.getMessage()));
            }
        }

        private String entry() {
            return numbered || inList ? place + ", entry " + count : place;
        }
    }

    /** Whether {@code beginning}, the beginning of a document, is that of an object with a list of articles. */
    public boolean beginsWithList(String beginning) {
        try (JsonParser parser = MAPPER.createParser(beginning)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.fields().is("list", parser.currentName())) {
                    JsonToken value = parser.nextToken();
                    return value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // it breaks off before any list
        }
    }

    /** Whether {@code line} holds whole JSON values and nothing else. */
    public static boolean isWhole(String line) {
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
