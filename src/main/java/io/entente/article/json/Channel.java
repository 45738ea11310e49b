package io.entente.article.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a list of articles says of all of them, as JSON Feed does.
 *
 * @param title their outlet
 * @param address what relative links start from
 * @param language their language
 */
record Channel(@Nullable String title, @Nullable String address, @Nullable String language) {

    /** What stands before the list in {@code object}; null if that is not a feed. */
    static @Nullable Channel of(ObjectNode object) {
        JsonNode feed = object.get("feed");
        if (feed == null && !object.path("version").asText().contains("jsonfeed.org")) {
            return null;
        }
        JsonNode of = feed == null ? object : feed;
        return new Channel(text(of, "title"), text(of, feed == null ? "home_page_url" : "link"), text(of, "language"));
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || !value.isTextual() ? null : value.textValue();
    }
}
