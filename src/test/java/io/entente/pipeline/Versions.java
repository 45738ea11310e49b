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
import io.entente.relation.RefusedStatement;
import io.entente.relation.Relate;
import io.entente.relation.RelateSettings;
import io.entente.replay.ReplaySink;
import io.entente.store.MemoryTables;
import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every key, in order: what a consumer that reads committed records sees, not only what stands at the end. A version is its
 * record as text, {@code null} a removal.
 */
final class Versions {
    private static final String PROVISIONAL = "\"provisional\": true";
    private static final Pattern NUMBER = Pattern.compile("\"version\": \\d+");
    private static final String REMOVED = "null";

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

    /** Those that a replay gives; of events those after each statement. */
    static Versions replayed(List<Article> feed, Settings settings) {
        Versions versions = new Versions();
        Replayed.run(feed, settings, versions.new Sink(settings.relate()));
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
     * What differs from {@code expected}, a line a key: what is missing, too much, or in another order. What RELATE publishes depends on
     * when it commits: of an event some versions may be left out, but not the last one; of relation windows the last one counts. Of alerts
     * those count that are not provisional, of each version number the last, which shows the newest reports, and the last of all.
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
        if (key.startsWith("alerts ")) {
            return settledAlerts(versions);
        }
        boolean window = key.startsWith("hourly ") || key.startsWith("daily ");
        return window && !versions.isEmpty() ? versions.subList(versions.size() - 1, versions.size()) : versions;
    }

    private static List<String> settledAlerts(List<String> versions) {
        Map<String, String> byNumber = new LinkedHashMap<>();
        for (int i = 0; i < versions.size(); i++) {
            String version = versions.get(i);
            if (i == versions.size() - 1 || !version.contains(PROVISIONAL)) {
                Matcher number = NUMBER.matcher(version);
                String name = number.find() ? number.group() : version;
                byNumber.remove(name);
                byNumber.put(name, version);
            }
        }
        return List.copyOf(byNumber.values());
    }

    private static List<String> difference(String key, List<String> found, List<String> all) {
        List<String> wanted = key.startsWith("events ") ? published(found, all) : all;
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

    /** Those of {@code all} that {@code found} has in the same order, and the last one; none of an event that may never have been seen. */
    private static List<String> published(List<String> found, List<String> all) {
        if (all.isEmpty() || (found.isEmpty() && all.get(all.size() - 1).equals(REMOVED))) {
            return List.of();
        }
        List<String> published = new ArrayList<>();
        for (String version : all.subList(0, all.size() - 1)) {
            int next = published.size();
            if (next < found.size() - 1 && version.equals(found.get(next))) {
                published.add(version);
            }
        }
        published.add(all.get(all.size() - 1));
        return published;
    }

    private static String version(List<String> versions, int number) {
        return number < versions.size() ? versions.get(number) : "missing";
    }

    private final class Sink implements ReplaySink {
        private final RelateSettings settings;
        private final Relate relate;
        private @Nullable Instant watermark;

        Sink(RelateSettings settings) {
            this.settings = settings;
            this.relate = new Relate(settings, new MemoryTables());
        }

        @Override
        public void article(EnrichedArticle article) {
            add("enriched", article.getId(), article);
        }

        @Override
        public void statement(Statement statement) {
            String pair = Pair.of(statement.getSource(), statement.getTarget()).toString();
            add("statements", pair, statement);
            try {
                relate.statement(pair, statement, watermark);
            } catch (RefusedStatement e) {
                throw new AssertionError(e);
            }
            relate.publish(afterEach);
        }

        @Override
        public void event(String key, @Nullable Event event) {}

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
        public void frozen(Instant horizon) {
            watermark = horizon.plus(settings.grace()).plus(settings.joinWindow());
            relate.advance(watermark, afterEach);
        }
    }

    private final Relate.Output afterEach = new Relate.Output() {
        @Override
        public void event(String key, @Nullable Event event) {
            add("events", key, event);
        }

        @Override
        public void hourly(String key, @Nullable RelationWindow window) {}

        @Override
        public void daily(String key, @Nullable RelationWindow window) {}
    };
}
