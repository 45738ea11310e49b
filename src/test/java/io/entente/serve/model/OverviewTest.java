package io.entente.serve.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.DirectionTotals;
import io.entente.avro.Granularity;
import io.entente.avro.RelationWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverviewTest {
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final int FIRST_DAY = DayRange.of(FIRST.toEpochMilli());
    private static final List<DayRange> SPANS =
            List.of(new DayRange(FIRST_DAY + 20, FIRST_DAY + 30), new DayRange(FIRST_DAY + 29, FIRST_DAY + 30));

    /** Whoever asked all the time gets what one gets who asks for the first time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sumsThatAreBroughtUpToDateAreThoseOfAFreshCount(long seed) {
        Random random = new Random(seed);
        Overview overview = new Overview();
        List<Consumer<Overview>> changes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Consumer<Overview> change = change(random, i);
            changes.add(change);
            change.accept(overview);
            Overview fresh = new Overview();
            changes.forEach(each -> each.accept(fresh));
            for (DayRange span : SPANS) {
                assertThat(overview.summaries(span)).containsExactlyInAnyOrderElementsOf(fresh.summaries(span));
            }
        }
    }

    private static Consumer<Overview> change(Random random, int number) {
        String pair = "A" + (char) ('A' + random.nextInt(6)) + "A-ZZZ";
        int day = random.nextInt(30);
        if (number % 50 == 49) {
            int before = FIRST_DAY + random.nextInt(12);
            return overview -> overview.forget(before);
        }
        if (random.nextInt(5) == 0) {
            return overview -> overview.remove(pair, FIRST_DAY + day);
        }
        DirectionTotals totals = totals(1 + random.nextInt(9));
        Instant start = FIRST.plus(Duration.ofDays(day));
        return overview -> overview.put(new RelationWindow(
                pair,
                Granularity.DAY,
                start,
                totals,
                totals,
                1,
                start.plusSeconds(1),
                start.plusSeconds(2),
                List.of(),
                0.0));
    }

    private static DirectionTotals totals(int events) {
        return new DirectionTotals(events, events, 0, 0, 0, 0, 0, 100_000L * events, 0L, 0L, 0L, 0L, 0L);
    }
}
