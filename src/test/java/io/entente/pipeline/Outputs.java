package io.entente.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Alert;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.clock.Tick;
import io.entente.config.Settings;
import io.entente.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pipeline has made of its articles: the last value of every key of every output topic; statements, which share keys, by their
 * id.
 */
record Outputs(
        Map<String, EnrichedArticle> enriched,
        Map<String, Statement> statements,
        Map<String, Event> events,
        Map<String, RelationWindow> hourly,
        Map<String, RelationWindow> daily,
        Map<String, Alert> alerts) {

    static Outputs read(Settings settings, Topics topics) {
        Map<String, Statement> statements = new TreeMap<>();
        try (TopicReader reader = new TopicReader(settings)) {
            reader.read(List.of(topics.statements()), new TopicReader.Start.Beginning(), record -> {
                if (!new String(record.key(), StandardCharsets.UTF_8).equals(Tick.KEY)) {
                    Statement statement =
                            topics.statements().value().deserializer().deserialize(record.topic(), record.value());
                    statements.put(statement.getId(), statement);
                }
            });
            return new Outputs(
                    new TreeMap<>(reader.table(topics.enriched())),
                    statements,
                    new TreeMap<>(reader.table(topics.events())),
                    new TreeMap<>(reader.table(topics.hourly())),
                    new TreeMap<>(reader.table(topics.daily())),
                    new TreeMap<>(reader.table(topics.alerts())));
        }
    }

    /** The last value of every key of every topic is the same. */
    void assertSame(Outputs expected) {
        assertThat(Differences.between(enriched, expected.enriched)).isEmpty();
        assertThat(Differences.between(statements, expected.statements)).isEmpty();
        assertThat(Differences.between(events, expected.events)).isEmpty();
        assertThat(Differences.between(hourly, expected.hourly)).isEmpty();
        assertThat(Differences.between(daily, expected.daily)).isEmpty();
        assertThat(Differences.between(alerts, expected.alerts)).isEmpty();
    }

    /** The same without alerts and watermarks. */
    Outputs beforeAlerts() {
        Outputs plain = withoutWatermarks();
        return new Outputs(plain.enriched, plain.statements, plain.events, hourly, daily, Map.of());
    }

    /** The same without the watermarks, which tell in which order the articles came. */
    Outputs withoutWatermarks() {
        Map<String, EnrichedArticle> plainEnriched = new TreeMap<>(enriched);
        plainEnriched.replaceAll((key, article) -> EnrichedArticle.newBuilder(article)
                .setStatements(
                        article.getStatements().stream().map(Outputs::plain).toList())
                .setWatermark(null)
                .build());
        Map<String, Statement> plainStatements = new TreeMap<>(statements);
        plainStatements.replaceAll((key, statement) -> plain(statement));
        return new Outputs(plainEnriched, plainStatements, plainEvents(events), hourly, daily, alerts);
    }

    /** {@code events} without their watermarks. */
    static Map<String, Event> plainEvents(Map<String, Event> events) {
        Map<String, Event> plain = new TreeMap<>(events);
        plain.replaceAll((key, event) -> Event.newBuilder(event)
                .setFirstWatermark(null)
                .setWatermark(null)
                .build());
        return plain;
    }

    private static Statement plain(Statement statement) {
        return Statement.newBuilder(statement).setWatermark(null).build();
    }
}
