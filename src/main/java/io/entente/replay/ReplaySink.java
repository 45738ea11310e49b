package io.entente.replay;

import io.entente.avro.Alert;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.relation.Relate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a replay's results go, in the order in which they come. Every key may come again: the last value holds. */
public interface ReplaySink extends Relate.Output {

    /** An article with what was found in it, before its statements. */
    default void article(EnrichedArticle article) {}

    /** A statement as it was coded, with the watermark of its article. */
    void statement(Statement statement);

    @Override
    void event(String key, @Nullable Event event);

    @Override
    void hourly(String key, @Nullable RelationWindow window);

    @Override
    void daily(String key, @Nullable RelationWindow window);

    /** A new version of an alert; null removes one that was withdrawn. {@code key} is {@code CHN-RUS|<alert id>}. */
    void alert(String key, @Nullable Alert alert);

    /** Nothing published before {@code horizon} (event time) will come or change any more. */
    void frozen(Instant horizon);
}
