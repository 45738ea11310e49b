package io.entente.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.AlertState;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** Articles in any order within the grace, through RELATE and ALERT: the last value of every key is the same, withdrawals included. */
class OrderProperties {
    private static final Instant END = Gossip.START.plus(Duration.ofDays(90));

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void lastValuesDoNotDependOnTheOrderOfArrival(@ForAll long seed) {
        Gossip gossip = new Gossip(seed);
        Chain inOrder = Chain.run(gossip.coded, gossip.articles, END);
        Chain shuffled = Chain.run(gossip.coded, Gossip.shuffled(gossip.articles, new Random(seed)), END);

        Statistics.collect(shuffled.all.stream().anyMatch(alert -> alert.getState() == AlertState.WITHDRAWN));
        assertThat(shuffled.last).isEqualTo(inOrder.last).isNotEmpty();
    }
}
