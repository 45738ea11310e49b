package io.entente.relation;

import io.entente.avro.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A new version of an event, or its withdrawal.
 *
 * @param pair the pair that it belongs to
 * @param id the event's id
 * @param publishedAt its event time, which an id keeps for life
 * @param event the new version; null once the event is gone
 */
record EventChange(String pair, String id, Instant publishedAt, @Nullable Event event) {

    /** The withdrawal of an event. */
    static EventChange gone(String pair, UnpublishedEvents.Leader event) {
        return new EventChange(pair, Events.id(event.statementId()), Instant.ofEpochMilli(event.time()), null);
    }

    /** Key of the event in the topic {@code events}. */
    String key() {
        return pair + "|" + id;
    }
}
