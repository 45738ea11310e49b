package io.entente.article.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.article.ArticleDraft;
import io.entente.article.InvalidArticle;
import io.entente.avro.Article;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Articles as JSON objects: the fields of {@code schemas/Article.avsc}, or those of news services and crawlers. Text may be HTML, times may be
 * written in any way that {@link io.entente.article.text.Dates} reads. Other fields are ignored. Immutable.
 */
public final class ArticleJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String DATES = "publishedAt, published_at, pubDate, date …";
    /** The end of a text that a news service cut off. */
    private static final Pattern CUT =
            Pattern.compile("(?:…|\\.\\.\\.)?\\s*\\[\\+?\\d+ (?:more )?char(?:acter)?s?]\\s*$");
    /** What NewsAPI leaves of an article that is gone. */
    private static final String REMOVED = "[Removed]";

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");
    private static final int OPENING = 40;

    private final JsonFields fields = JsonFields.load();
    private final ArticleDraft.Rules rules = new ArticleDraft.Rules();

    /**
     * Reads one object; whether the article is valid is still to be seen.
     *
     * @throws InvalidArticle if it is not a JSON object, or a field is missing or of the wrong form
     */
    public Article read(byte[] json) throws InvalidArticle {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (node instanceof ObjectNode object) {
                return draft(object, Optional.empty(), null).unchecked(DATES);
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

    JsonFields fields() {
        return fields;
    }

    /**
     * Reads one object.
     *
     * @param date of what has no date
     * @param channel what the articles around it have in common; null if there is nothing
     */
    Article read(ObjectNode outer, Optional<Instant> date, @Nullable Channel channel) throws InvalidArticle {
        return draft(outer, date, channel).build(DATES);
    }

    private ArticleDraft draft(ObjectNode outer, Optional<Instant> date, @Nullable Channel channel)
            throws InvalidArticle {
        ObjectNode object = unwrapped(outer);
        requireArticle(object);
        ArticleDraft draft = new ArticleDraft(rules);
        for (JsonNode id : fields.values(object, "id")) {
            draft.id(string(id, "id"));
            break;
        }
        String base = channel == null ? null : channel.address();
        each(object, "url", (value, name) -> draft.url(string(value, name), base));
        each(object, "title", (value, name) -> draft.title(string(value, name)));
        each(object, "outlet", (value, name) -> outlet(draft, string(value, name)));
        each(object, "language", (value, name) -> draft.language(string(value, name)));
        each(object, "publishedAt", (value, name) -> draft.published(JsonFields.text(value)));
        each(object, "fetchedAt", (value, name) -> draft.fetched(JsonFields.text(value)));
        if (channel != null) {
            draft.outlet(channel.title()).language(channel.language());
        }
        text(object, draft);
        if (fields.values(object, "body").isEmpty()) {
            draft.outletOfAddress(); // a service's list: its articles are of many outlets
        }
        if (!draft.hasDates()) {
            if (date.isEmpty()) {
                throw new InvalidArticle(
                        "'publishedAt' is missing: when it was published, such as 2024-03-01T09:00:00Z (fields found: "
                                + JsonFields.found(object) + ")");
            }
            draft.published(date.get());
        }
        return draft;
    }

    private interface Use {
        void value(JsonNode value, String field) throws InvalidArticle;
    }

    private void each(ObjectNode object, String field, Use use) throws InvalidArticle {
        for (JsonNode value : fields.values(object, field)) {
            if (!value.isContainerNode() || JsonFields.text(value) != null) {
                use.value(value, field);
            }
        }
    }

    /** A source may be a name or an address. */
    private static void outlet(ArticleDraft draft, String source) {
        if (ADDRESS.matcher(source).matches()) {
            draft.url(source, null);
            draft.outletOfAddress();
        } else {
            draft.outlet(source);
        }
    }

    private void text(ObjectNode object, ArticleDraft draft) throws InvalidArticle {
        each(object, "body", (value, name) -> draft.body(string(value, name)));
        if (!draft.body().isEmpty()) {
            return;
        }
        each(object, "text", (value, name) -> draft.body(string(value, name)));
        String text = draft.body();
        String whole = CUT.matcher(text).replaceFirst("…");
        if (text.isEmpty() || !whole.equals(text)) {
            ArticleDraft teaser = new ArticleDraft(rules);
            each(object, "teaser", (value, name) -> teaser.body(string(value, name)));
            draft.replaceText(both(teaser.body(), whole));
        }
        if (draft.body().isEmpty()) {
            each(object, "page", (value, name) -> draft.body(string(value, name)));
        }
    }

    /** A teaser and the beginning of a text, unless one has the other in it. */
    private static String both(String teaser, String text) {
        String opening = text.substring(0, Math.min(OPENING, text.length()));
        if (teaser.isEmpty()
                || !text.isEmpty() && text.contains(teaser.substring(0, Math.min(OPENING, teaser.length())))) {
            return text;
        }
        return text.isEmpty() || teaser.contains(opening) ? teaser : teaser + "\n\n" + text;
    }

    /** An article that lies in an object of a database, a topic or a page. */
    private ObjectNode unwrapped(ObjectNode outer) {
        if (!fields.values(outer, "body").isEmpty()
                || !fields.values(outer, "title").isEmpty()) {
            return outer;
        }
        for (JsonNode inner : fields.values(outer, "wrapper")) {
            if (inner instanceof ObjectNode object) {
                return object;
            }
        }
        return outer;
    }

    private void requireArticle(ObjectNode object) throws InvalidArticle {
        if (JsonFields.has(object, "target", "actor2", "Actor2Code", "Target Name")
                && JsonFields.has(object, "source", "actor1", "Actor1Code", "Source Name")) {
            throw new InvalidArticle("it looks like a coded statement or event (fields found: "
                    + JsonFields.found(object) + "): Entente codes articles, which have a text");
        }
        boolean text = List.of("body", "text", "teaser", "title", "page").stream()
                .anyMatch(field -> !fields.values(object, field).isEmpty());
        if (!text) {
            throw new InvalidArticle("'body' is missing: the article's text, a string (fields found: "
                    + JsonFields.found(object) + "; read are " + fields.accepted() + ")");
        }
        if (fields.values(object, "title").stream()
                .anyMatch(title -> title.asText().equals(REMOVED))) {
            throw new InvalidArticle("its publisher has removed it: only '[Removed]' is left");
        }
    }

    private static String string(JsonNode value, String field) throws InvalidArticle {
        boolean number = value.isNumber() && !field.equals("id");
        String text = number ? null : JsonFields.text(value);
        if (text == null) {
            throw new InvalidArticle("'" + field + "' must be a string");
        }
        return text;
    }
}
