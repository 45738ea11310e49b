package io.entente.collect.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.collect.web.Reply;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What the MediaWiki API says of pages.
 *
 * @param pages their text by title; a page that does not exist is not there
 * @param complete whether all pages that exist are there
 */
record PortalAnswer(Map<String, String> pages, boolean complete) {

    /** @throws IOException if it is not an answer, or one that says what went wrong */
    static PortalAnswer read(ObjectMapper mapper, Reply reply) throws IOException {
        if (!reply.ok()) {
            throw new IOException(reply.problem());
        }
        JsonNode answer = mapper.readTree(reply.body());
        if (answer.has("error")) {
            throw new IOException(answer.path("error").path("code").asText() + ": "
                    + answer.path("error").path("info").asText());
        }
        if (!answer.path("query").path("pages").isArray()) {
            throw new IOException("it is not an answer of the MediaWiki API");
        }
        Map<String, String> pages = new HashMap<>();
        boolean complete = true;
        for (JsonNode page : answer.path("query").path("pages")) {
            JsonNode content =
                    page.path("revisions").path(0).path("slots").path("main").path("content");
            if (content.isTextual()) {
                pages.put(page.path("title").asText(), content.asText());
            } else {
                complete &= page.path("missing").asBoolean();
            }
        }
        return new PortalAnswer(pages, complete);
    }
}
