package io.entente.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.entente.registry.RegistryTransport.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an outage costs those who read. */
class OutageTest {
    private final long[] now = {0};
    private final Outage outage = new Outage(3, () -> now[0]);
    private final List<Patience> tries = new ArrayList<>();

    private void fails(int id, boolean silent) {
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> outage.guard(id, "get " + id, patience -> {
                    tries.add(patience);
                    throw new RegistryUnavailableException("get " + id, "down", silent, null);
                }))
                .withMessage("cannot get " + id + ": down");
    }

    private void answers(int id) {
        assertThat(outage.<String>guard(id, "get " + id, patience -> {
                    tries.add(patience);
                    return "schema";
                }))
                .isEqualTo("schema");
    }

    private void pass(Duration time) {
        now[0] += time.toNanos();
    }

    @Test
    void onlyTheFirstWaitsForASilentRegistry() {
        for (int id = 0; id < 1_000; id++) {
            fails(id, true);
        }
        assertThat(tries).hasSize(1);
        assertThat(tries.get(0).limit()).isLessThan(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(5));
        fails(1, true);
        fails(2, true);
        assertThat(tries).as("one short try").hasSize(2);
        assertThat(tries.get(1)).isEqualTo(new Patience(Duration.ofSeconds(1), 0));
        pass(Duration.ofSeconds(5));
        answers(3);
        answers(4);
        assertThat(tries.get(3)).as("all is well again").isEqualTo(tries.get(0));
    }

    @Test
    void aSchemaThatIsNotServedDoesNotKeepOthersFromBeingRead() {
        fails(1, false);
        answers(2);
        fails(1, false);
        answers(3);
        assertThat(tries).hasSize(3);
        assertThat(tries.get(1).limit()).isLessThan(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(5));
        answers(1);
        answers(4);
        assertThat(tries.get(4)).isEqualTo(tries.get(0));
    }
}
