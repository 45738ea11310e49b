package io.entente.topology;

import io.entente.avro.Alert;
import io.entente.avro.Article;
import io.entente.avro.Attention;
import io.entente.avro.CollectorReport;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.config.Settings;
import io.entente.registry.AvroSerdes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Entente's topics.
 *
 * @param articles raw articles, by any key
 * @param enriched articles with what was found in them, by article id
 * @param statements coded statements, by pair
 * @param events the table of events, by pair and event id
 * @param hourly the table of hourly relation windows, by pair and start
 * @param daily the table of daily relation windows, by pair and start
 * @param alerts the table of alerts, by pair and alert id
 * @param attention what users want to see of the alerts, by what it is about
 * @param collectors the table of collectors and how each is, by its id
 * @param feed first sightings of articles, from the pairs' alerts to the feed's: internal, one partition
 * @param deadLetters what could not be used: original bytes
 */
public record Topics(
        Topic<byte[], Article> articles,
        Topic<String, EnrichedArticle> enriched,
        Topic<String, Statement> statements,
        Topic<String, Event> events,
        Topic<String, RelationWindow> hourly,
        Topic<String, RelationWindow> daily,
        Topic<String, Alert> alerts,
        Topic<String, Attention> attention,
        Topic<String, CollectorReport> collectors,
        Topic<String, byte[]> feed,
        Topic<byte[], byte[]> deadLetters) {
    private static final String LARGE = Integer.toString(8 << 20);

    /** The topics under the prefix and with the partition counts of {@code settings}. */
    public static Topics of(Settings settings, AvroSerdes serdes) {
        Layout layout = new Layout(settings, serdes);
        return new Topics(
                new Topic<>(
                        layout.name("articles"),
                        Serdes.ByteArray(),
                        new ArticleSerde(serdes.value(Article.class)),
                        settings.articlePartitions(),
                        false,
                        large(kept(Duration.ofDays(7)))),
                new Topic<>(
                        layout.name("articles.enriched"),
                        Serdes.String(),
                        serdes.value(EnrichedArticle.class),
                        settings.articlePartitions(),
                        false,
                        large(kept(Duration.ofDays(7)))),
                layout.byPair("statements", Statement.class, kept(Duration.ofDays(30))),
                layout.byPair("events", Event.class, table(Duration.ofDays(400))),
                layout.byPair("relations.hourly", RelationWindow.class, table(Duration.ofDays(14))),
                layout.byPair("relations.daily", RelationWindow.class, table(Duration.ofDays(400))),
                layout.byPair("alerts", Alert.class, table(Duration.ofDays(400))),
                new Topic<>(
                        layout.name("attention"),
                        Serdes.String(),
                        serdes.value(Attention.class),
                        1,
                        false,
                        Map.of("cleanup.policy", "compact", "message.timestamp.type", "LogAppendTime")),
                new Topic<>(
                        layout.name("collectors"),
                        Serdes.String(),
                        serdes.value(CollectorReport.class),
                        1,
                        false,
                        table(Duration.ofDays(7))),
                new Topic<>(
                        layout.name("alert-feed"),
                        Serdes.String(),
                        Serdes.ByteArray(),
                        1,
                        false,
                        kept(Duration.ofDays(7))),
                new Topic<>(
                        layout.name("dead-letters"),
                        Serdes.ByteArray(),
                        Serdes.ByteArray(),
                        1,
                        false,
                        large(kept(Duration.ofDays(30)))));
    }

    /** All of them, in the order of the data path. */
    public List<Topic<?, ?>> all() {
        return List.of(
                articles,
                enriched,
                statements,
                events,
                hourly,
                daily,
                alerts,
                attention,
                collectors,
                feed,
                deadLetters);
    }

    /** The topic that people call {@code name}: with or without the prefix. */
    public Optional<Topic<?, ?>> find(String name) {
        return all().stream()
                .filter(topic -> topic.name().equals(name) || topic.name().endsWith("." + name))
                .findFirst();
    }

    private static Map<String, String> kept(Duration time) {
        return Map.of(
                "cleanup.policy", "delete",
                "retention.ms", Long.toString(time.toMillis()),
                "message.timestamp.type", "LogAppendTime");
    }

    private static Map<String, String> table(Duration time) {
        Map<String, String> config = new HashMap<>(kept(time));
        config.put("cleanup.policy", "compact,delete");
        return config;
    }

    private static Map<String, String> large(Map<String, String> config) {
        Map<String, String> copy = new HashMap<>(config);
        copy.put("max.message.bytes", LARGE);
        return copy;
    }

    private record Layout(Settings settings, AvroSerdes serdes) {
        String name(String topic) {
            return settings.prefix() + topic;
        }

        <V extends SpecificRecord> Topic<String, V> byPair(String topic, Class<V> type, Map<String, String> config) {
            Serde<V> value = serdes.value(type);
            return new Topic<>(name(topic), Serdes.String(), value, settings.pairPartitions(), true, config);
        }
    }
}
