package io.entente.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.avro.Article;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Articles as JSON objects: the fields of {@code schemas/Article.avsc}, {@code date} also for {@code publishedAt}, {@code text}
 * for {@code body}, {@code source} for {@code outlet}. Times are ISO-8601 (a date alone is its midnight, a time without offset is UTC) or
 * milliseconds since 1970. Other fields are ignored. Immutable.
 */
public final class ArticleJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads one object.
     *
     * @throws InvalidArticle if it is no JSON object, or a field is missing or of the wrong form
     */
    public Article read(byte[] json) throws InvalidArticle {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node instanceof ObjectNode object) {
                return article(object);
            }
            throw new InvalidArticle("not a JSON object: an article is an object with 'body' and 'publishedAt'");
        } catch (JsonProcessingException e) {
            throw new InvalidArticle("not valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new InvalidArticle("not valid JSON: " + e.getMessage(), e);
        }
    }

    /** Writes {@code article} so that {@link #read} gives an equal one. */
    public byte[] write(Article article) {
        ObjectNode node = MAPPER.createObjectNode();
        article.getId().ifPresent(id -> node.put("id", id));
        article.getUrl().ifPresent(url -> node.put("url", url));
        article.getOutlet().ifPresent(outlet -> node.put("outlet", outlet));
        article.getTitle().ifPresent(title -> node.put("title", title));
        node.put("body", article.getBody());
        article.getLanguage().ifPresent(language -> node.put("language", language));
        node.put("publishedAt", article.getPublishedAt().toString());
        article.getFetchedAt().ifPresent(time -> node.put("fetchedAt", time.toString()));
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Article article(ObjectNode node) throws InvalidArticle {
        JsonNode body = first(node, "body", "text");
        JsonNode publishedAt = first(node, "publishedAt", "date");
        if (body == null) {
            throw new InvalidArticle("'body' is missing: the article's text, a string");
        }
        if (publishedAt == null) {
            throw new InvalidArticle("'publishedAt' is missing: when it was published, such as 2024-03-01T09:00:00Z");
        }
        JsonNode fetchedAt = first(node, "fetchedAt");
        return new Article(
                string(node, "id"),
                string(node, "url"),
                string(node, "outlet", "source"),
                string(node, "title"),
                text(body, "body"),
                string(node, "language"),
                time(publishedAt, "publishedAt"),
                fetchedAt == null ? null : time(fetchedAt, "fetchedAt"));
    }

    private static @Nullable JsonNode first(ObjectNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null && !value.isNull()) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable String string(ObjectNode node, String... names) throws InvalidArticle {
        JsonNode value = first(node, names);
        return value == null ? null : text(value, names[0]);
    }

    private static String text(JsonNode value, String name) throws InvalidArticle {
        if (!value.isTextual()) {
            throw new InvalidArticle("'" + name + "' must be a string");
        }
        return value.textValue();
    }

    private static Instant time(JsonNode value, String name) throws InvalidArticle {
        Optional<Instant> time = value.isIntegralNumber() && value.canConvertToLong()
                ? Optional.of(Instant.ofEpochMilli(value.longValue()))
                : value.isTextual() ? parseTime(value.textValue().trim()) : Optional.empty();
        return time.orElseThrow(() -> new InvalidArticle("'" + name + "' is " + value
                + ": write a time such as 2024-03-01T09:00:00Z, a date, or milliseconds since 1970"));
    }

    /** Reads an ISO-8601 instant, a time with offset, a time (UTC) or a date (its midnight, UTC). */
    static Optional<Instant> parseTime(String text) {
        try {
            if (text.length() == "2024-03-01".length()) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            boolean offset = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d");
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
