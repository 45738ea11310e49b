package io.entente.pipeline;

import io.entente.avro.Alert;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.clock.Tick;
import io.entente.config.Settings;
import io.entente.relation.Pair;
import io.entente.replay.ReplaySink;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every key, in order: what a consumer that reads committed records sees, not only what stands at the end. A version is its
 * record as text, {@code null} a removal.
 */
final class Versions {
    private static final String PROVISIONAL = "\"provisional\": true";

    private final Map<String, List<String>> byKey = new TreeMap<>();

    private void add(String topic, String key, @Nullable Object value) {
        byKey.computeIfAbsent(topic + " " + key, any -> new ArrayList<>()).add(String.valueOf(value));
    }

    /** Those on the topics. */
    static Versions read(Settings settings, Topics topics) {
        Versions versions = new Versions();
        try (TopicReader reader = new TopicReader(settings)) {
            versions.read(reader, topics.enriched(), "enriched");
            versions.read(reader, topics.statements(), "statements");
            versions.read(reader, topics.events(), "events");
            versions.read(reader, topics.hourly(), "hourly");
            versions.read(reader, topics.daily(), "daily");
            versions.read(reader, topics.alerts(), "alerts");
        }
        return versions;
    }

    private <V> void read(TopicReader reader, Topic<String, V> topic, String name) {
        reader.read(List.of(topic), new TopicReader.Start.Beginning(), record -> {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (!key.equals(Tick.KEY)) {
                add(
                        name,
                        key,
                        record.value() == null
                                ? null
                                : topic.value().deserializer().deserialize(record.topic(), record.value()));
            }
        });
    }

    /** Those that a replay gives. */
    static Versions replayed(List<Article> feed, Settings settings) {
        Versions versions = new Versions();
        Replayed.run(feed, settings, versions.new Sink());
        return versions;
    }

    /** Those of one topic, by key. */
    Map<String, List<String>> topic(String name) {
        Map<String, List<String>> versions = new TreeMap<>(byKey);
        versions.keySet().removeIf(key -> !key.startsWith(name + " "));
        return versions;
    }

    /** How many there are. */
    int size() {
        return byKey.values().stream().mapToInt(List::size).sum();
    }

    /** How many keys there are. */
    int keys() {
        return byKey.size();
    }

    /**
     * What differs from {@code expected}, a line a key: what is missing, too much, or in another order. Two kinds of versions depend on when
     * ticks come: of relation windows, which RELATE publishes once for all changes of a commit, the last one counts; of alerts those that
     * are not provisional, and the last one.
     */
    List<String> differences(Versions expected) {
        List<String> differences = new ArrayList<>();
        Map<String, List<String>> all = new TreeMap<>(expected.byKey);
        byKey.forEach(all::putIfAbsent);
        for (String key : all.keySet()) {
            differences.addAll(difference(
                    key,
                    settled(key, byKey.getOrDefault(key, List.of())),
                    settled(key, expected.byKey.getOrDefault(key, List.of()))));
        }
        return differences;
    }

    private static List<String> settled(String key, List<String> versions) {
        if (!key.startsWith("hourly ") && !key.startsWith("daily ") && !key.startsWith("alerts ")) {
            return versions;
        }
        int last = versions.size() - 1;
        return IntStream.rangeClosed(0, last)
                .filter(i -> i == last
                        || key.startsWith("alerts ") && !versions.get(i).contains(PROVISIONAL))
                .mapToObj(versions::get)
                .toList();
    }

    private static List<String> difference(String key, List<String> found, List<String> wanted) {
        if (found.equals(wanted)) {
            return List.of();
        }
        int first = 0;
        while (first < Math.min(found.size(), wanted.size()) && found.get(first).equals(wanted.get(first))) {
            first++;
        }
        return List.of(key + ": " + found.size() + " versions, not " + wanted.size() + "; number " + first + " is "
                + version(found, first) + ", not " + version(wanted, first));
    }

    private static String version(List<String> versions, int number) {
        return number < versions.size() ? versions.get(number) : "missing";
    }

    private final class Sink implements ReplaySink {
        @Override
        public void article(EnrichedArticle article) {
            add("enriched", article.getId(), article);
        }

        @Override
        public void statement(Statement statement) {
            add(
                    "statements",
                    Pair.of(statement.getSource(), statement.getTarget()).toString(),
                    statement);
        }

        @Override
        public void event(String key, @Nullable Event event) {
            add("events", key, event);
        }

        @Override
        public void hourly(String key, @Nullable RelationWindow window) {
            add("hourly", key, window);
        }

        @Override
        public void daily(String key, @Nullable RelationWindow window) {
            add("daily", key, window);
        }

        @Override
        public void alert(String key, @Nullable Alert alert) {
            add("alerts", key, alert);
        }

        @Override
        public void frozen(Instant horizon) {}
    }
}
