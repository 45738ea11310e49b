package io.entente.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.alert.policy.AlertPolicies;
import io.entente.clock.ClockSettings;
import io.entente.relation.RelateSettings;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

/**
 * The names that a running cluster knows, as 0.1.0 had them: a store's changelog is called after the store, and a task after the number of its
 * subtopology. Whoever changes them loses the state of those who upgrade.
 */
class TopologyNamesTest {
    private static final Topics TOPICS = TopologyFixture.topics();

    @Test
    void ofEnrich() {
        Topology topology = EnrichTopology.build(
                TOPICS,
                article -> {
                    throw new AssertionError("nothing is coded here");
                },
                new ClockSettings(Duration.ZERO, Duration.ZERO, false, Duration.ZERO, Duration.ZERO),
                1,
                (partition, since) -> true);
        assertNames(
                topology,
                """
                Topologies:
                   Sub-topology: 0
                    Source: articles (topics: [entente.articles])
                      --> enrich
                    Processor: enrich (stores: [enrich-state])
                      --> enriched, statements
                      <-- articles
                    Sink: enriched (topic: entente.articles.enriched)
                      <-- enrich
                    Sink: statements (topic: entente.statements)
                      <-- enrich
                """);
    }

    @Test
    void ofRelate() {
        Topology topology = RelateTopology.build(
                TOPICS, RelateSettings.defaults(), Duration.ZERO, 1, Map.of(), (partition, since) -> true);
        assertNames(
                topology,
                """
                Topologies:
                   Sub-topology: 0
                    Source: statements (topics: [entente.statements])
                      --> relate
                    Processor: relate (stores: [relate-state])
                      --> daily, events, hourly
                      <-- statements
                    Sink: daily (topic: entente.relations.daily)
                      <-- relate
                    Sink: events (topic: entente.events)
                      <-- relate
                    Sink: hourly (topic: entente.relations.hourly)
                      <-- relate
                """);
    }

    @Test
    void ofAlert() {
        Topology topology = AlertTopology.build(TOPICS, AlertPolicies.builtIn(), Map.of());
        assertNames(
                topology,
                """
                Topologies:
                   Sub-topology: 0
                    Source: events (topics: [entente.events])
                      --> alert
                    Processor: alert (stores: [alert-state])
                      --> alerts, feed
                      <-- events
                    Sink: alerts (topic: entente.alerts)
                      <-- alert
                    Sink: feed (topic: entente.alert-feed)
                      <-- alert

                  Sub-topology: 1
                    Source: sightings (topics: [entente.alert-feed])
                      --> feed-guard
                    Processor: feed-guard (stores: [feed-state])
                      --> feed-alerts
                      <-- sightings
                    Sink: feed-alerts (topic: entente.alerts)
                      <-- feed-guard
                """);
    }

    private static void assertNames(Topology topology, String names) {
        assertThat(topology.describe().toString().strip()).isEqualToIgnoringWhitespace(names);
    }
}
