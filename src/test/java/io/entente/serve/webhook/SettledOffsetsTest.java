package io.entente.serve.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SettledOffsetsTest {
    @Test
    void survivesTheBroker() {
        SettledOffsets settled = SettledOffsets.of(9_000_000_000L, List.of(8_999_999_999L, 3L, 4L));
        assertThat(SettledOffsets.parse(settled.next(), settled.metadata())).isEqualTo(settled);
        assertThat(settled.includes(2)).isTrue();
        assertThat(settled.includes(4)).isFalse();
        assertThat(settled.includes(9_000_000_000L)).isFalse();
        assertThat(SettledOffsets.of(7, List.of()).metadata()).isEmpty();
        assertThat(SettledOffsets.parse(7, "of another program")).isEqualTo(SettledOffsets.of(7, List.of()));
    }

    @Test
    void commitsLessWhereTooMuchWaits() {
        List<Long> waiting = LongStream.range(0, 5_000).map(i -> i * 50).boxed().toList();
        SettledOffsets settled = SettledOffsets.of(1_000_000, waiting);
        assertThat(settled.metadata().length()).isBetween(3_000, 4_096);
        assertThat(SettledOffsets.parse(settled.next(), settled.metadata())).isEqualTo(settled);
        assertThat(settled.waiting())
                .isEqualTo(Set.copyOf(waiting.stream()
                        .filter(offset -> offset < settled.next())
                        .toList()));
        assertThat(waiting).contains(settled.next());
    }
}
