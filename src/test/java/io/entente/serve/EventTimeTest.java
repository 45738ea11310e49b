package io.entente.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.clock.Tick;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventTimeTest {
    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

    private static Tick tick(int partition, Instant watermark, long outliers, long late) {
        return new Tick(partition, 2, watermark, watermark, NOON, false, false, outliers, late);
    }

    @Test
    void isWhereEveryPartitionHasComeAndAddsUpWhatWasLate() {
        EventTime time = new EventTime();
        ObjectNode before = JsonNodeFactory.instance.objectNode();
        time.describe(before);
        assertThat(before).hasToString("{\"eventTime\":{\"outliers\":0,\"late\":0,\"lateArticles\":0}}");

        time.take(0, tick(0, NOON, 1, 3));
        time.take(1, tick(1, NOON.plusSeconds(60), 1, 4));
        time.take(0, tick(0, NOON.plusSeconds(30), 2, 5));
        time.takeOfArticles(tick(0, NOON, 0, 4));
        time.takeOfArticles(tick(0, NOON, 0, 2)); // an older one, from another partition of statements
        time.takeOfArticles(tick(1, NOON, 0, 1));
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        time.describe(status);
        assertThat(status)
                .hasToString(
                        "{\"eventTime\":{\"watermark\":\"2024-03-01T12:00:30Z\",\"outliers\":2,\"late\":9,\"lateArticles\":5}}");
    }
}
