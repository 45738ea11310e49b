package io.entente.serve;

import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.Event;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rows of {@code events} whose day had closed when they were first published: ALERT shows them and counts none of them. */
final class LateEvents {
    private final AlertPolicy.Closing closing;
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    LateEvents(AlertPolicy.Closing closing) {
        this.closing = closing;
    }

    /** Takes in a row; null removes it. */
    void take(String key, @Nullable Event event) {
        Instant watermark = event == null ? null : event.getFirstWatermark().orElse(null);
        if (event != null && watermark != null && closing.hasClosed(event.getPublishedAt(), watermark)) {
            keys.add(key);
        } else {
            keys.remove(key);
        }
    }

    /** How many there are. */
    long count() {
        return keys.size();
    }
}
