package io.entente.topology;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * First sightings of articles, from the pairs' alerts to the feed's: the key is the article's id, there is no value, the fields are
 * text headers.
 */
final class SightingRecords {
    private static final String PARTITION = "partition";
    private static final String PUBLISHED_AT = "published-at";
    private static final String LEADS = "leads";

    private SightingRecords() {}

    /**
     * An article that leads events in a partition, or does no longer.
     *
     * @param partition of {@code events}
     */
    record Sighting(int partition, Instant publishedAt, boolean leads) {}

    static Headers headers(Sighting sighting) {
        Headers headers = new RecordHeaders();
        put(headers, PARTITION, sighting.partition());
        put(headers, PUBLISHED_AT, sighting.publishedAt());
        put(headers, LEADS, sighting.leads());
        return headers;
    }

    /** The sighting that {@code headers} describe; null if they describe none. */
    static @Nullable Sighting read(Headers headers) {
        Header partition = headers.lastHeader(PARTITION);
        Header publishedAt = headers.lastHeader(PUBLISHED_AT);
        Header leads = headers.lastHeader(LEADS);
        if (partition == null || publishedAt == null || leads == null) {
            return null;
        }
        try {
            return new Sighting(
                    Integer.parseInt(text(partition)),
                    Instant.parse(text(publishedAt)),
                    Boolean.parseBoolean(text(leads)));
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    private static void put(Headers headers, String name, Object value) {
        headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
