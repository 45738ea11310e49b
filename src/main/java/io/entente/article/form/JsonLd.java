package io.entente.article.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a web page says of its article in JSON-LD, in the words of schema.org. Immutable. */
final class JsonLd {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final int DEPTH = 6;

    private final List<JsonNode> articles = new ArrayList<>();

    /** Of {@code page}; scripts that hold no JSON are passed over, as browsers do. */
    static JsonLd of(Element page) {
        JsonLd found = new JsonLd();
        for (Element script : page.select("script[type*=ld+json]")) {
            try {
                found.collect(MAPPER.readTree(script.data()), 0);
            } catch (JsonProcessingException e) {
                continue;
            }
        }
        return found;
    }

    private void collect(@Nullable JsonNode node, int depth) {
        if (node == null || depth > DEPTH) {
            return;
        }
        if (node.isArray()) {
            node.forEach(element -> collect(element, depth + 1));
        } else if (node.isObject()) {
            if (types(node.path("@type")).anyMatch(JsonLd::isArticle)) {
                articles.add(node);
            }
            collect(node.get("@graph"), depth + 1);
            collect(node.get("mainEntity"), depth + 1);
            collect(node.get("mainEntityOfPage"), depth + 1);
        }
    }

    private static Stream<String> types(JsonNode type) {
        return type.isArray() ? Stream.of(type).flatMap(JsonLd::texts) : Stream.of(type.asText());
    }

    private static Stream<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts.stream();
    }

    private static boolean isArticle(String type) {
        String name = type.substring(type.lastIndexOf('/') + 1);
        return name.endsWith("Article") || name.endsWith("BlogPosting") || name.equals("Report");
    }

    /** The first text under {@code path}, names from the article on. */
    Optional<String> text(String... path) {
        return articles.stream()
                .flatMap(article -> text(article, path).stream())
                .findFirst();
    }

    private static Optional<String> text(JsonNode article, String... path) {
        JsonNode node = article;
        for (String name : path) {
            node = (node.isArray() ? node.path(0) : node).path(name);
        }
        JsonNode value = node.isArray() ? node.path(0) : node;
        return value.isTextual() && !value.textValue().isBlank() ? Optional.of(value.textValue()) : Optional.empty();
    }
}
