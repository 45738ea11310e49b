package io.entente.topology;

import io.entente.clock.Tick;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Ticks as records: key {@link Tick#KEY}, no value, the fields as text headers. */
public final class TickRecords {
    private static final String PARTITION = "partition";
    private static final String PARTITIONS = "partitions";
    private static final String WATERMARK = "watermark";
    private static final String FEED_START = "feed-start";
    private static final String IDLE = "idle";
    private static final String NEWEST = "newest";
    private static final String RESUMED = "resumed";
    private static final String OUTLIERS = "outliers";
    private static final String LATE = "late";

    private TickRecords() {}

    /** The headers that say what {@code tick} says. */
    public static Headers headers(Tick tick) {
        Headers headers = new RecordHeaders();
        put(headers, PARTITION, Integer.toString(tick.partition()));
        put(headers, PARTITIONS, Integer.toString(tick.partitions()));
        put(headers, WATERMARK, tick.watermark());
        put(headers, FEED_START, tick.feedStart());
        put(headers, IDLE, Boolean.toString(tick.idle()));
        put(headers, NEWEST, tick.newest());
        put(headers, RESUMED, tick.resumed() ? Boolean.TRUE : null);
        put(headers, OUTLIERS, tick.outliers() == 0 ? null : tick.outliers());
        put(headers, LATE, tick.late() == 0 ? null : tick.late());
        return headers;
    }

    /** The tick that a record as bytes is; null if it is none. */
    public static @Nullable Tick read(ConsumerRecord<byte[], ?> record) {
        boolean keyed = record.key() != null && new String(record.key(), StandardCharsets.UTF_8).equals(Tick.KEY);
        return keyed ? read(record.headers()) : null;
    }

    /** The tick that {@code headers} say; null if they are not a tick's, or a tick of a partition that cannot be. */
    public static @Nullable Tick read(Headers headers) {
        try {
            Instant watermark = time(headers, WATERMARK);
            Instant newest = time(headers, NEWEST);
            return new Tick(
                    Integer.parseInt(required(headers, PARTITION)),
                    Integer.parseInt(required(headers, PARTITIONS)),
                    watermark,
                    newest == null ? watermark : newest,
                    time(headers, FEED_START),
                    Boolean.parseBoolean(required(headers, IDLE)),
                    headers.lastHeader(RESUMED) != null,
                    count(headers, OUTLIERS),
                    count(headers, LATE));
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private static void put(Headers headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static @Nullable Instant time(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : Instant.parse(text(header));
    }

    private static long count(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? 0 : Long.parseLong(text(header));
    }

    private static String required(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException(name);
        }
        return text(header);
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
