package io.entente.alert;

import io.entente.avro.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where ALERT's cores put what they find. */
public interface Output {

    /**
     * A new value of an alert.
     *
     * @param key {@code pair|alert id}
     * @param alert null removes the row of an alert that was withdrawn days ago
     */
    void alert(String key, @Nullable Alert alert);

    /**
     * An article has begun to lead events of an open day in this partition, or leads none any more. Goes to {@link FeedAlerts#article}; several
     * partitions may report the same article.
     *
     * @param publishedAt event time of the article
     * @param leads whether it leads an event now
     */
    void article(String articleId, Instant publishedAt, boolean leads);
}
