package io.entente.pipeline;

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

    /** The same without alerts, and without the watermarks, which tell in which order the articles came. */
    Outputs beforeAlerts() {
        Map<String, EnrichedArticle> plainEnriched = new TreeMap<>(enriched);
        plainEnriched.replaceAll((key, article) -> EnrichedArticle.newBuilder(article)
                .setStatements(
                        article.getStatements().stream().map(Outputs::plain).toList())
                .build());
        Map<String, Statement> plainStatements = new TreeMap<>(statements);
        plainStatements.replaceAll((key, statement) -> plain(statement));
        Map<String, Event> plainEvents = new TreeMap<>(events);
        plainEvents.replaceAll((key, event) -> Event.newBuilder(event)
                .setFirstWatermark(null)
                .setWatermark(null)
                .build());
        return new Outputs(plainEnriched, plainStatements, plainEvents, hourly, daily, Map.of());
    }

    private static Statement plain(Statement statement) {
        return Statement.newBuilder(statement).setWatermark(null).build();
    }
}
