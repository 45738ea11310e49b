package io.entente.pipeline;

import io.entente.topology.Topic;
import io.entente.topology.Topics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** Settings of topics in a cluster that differ from those that Entente wants. */
final class TopicDifferences {
    private TopicDifferences() {}

    /** What to set, by topic and key; {@code configs} are those of the topics that exist. */
    static Map<String, Map<String, String>> of(Topics topics, Map<ConfigResource, Config> configs) {
        Map<String, Map<String, String>> differing = new TreeMap<>();
        for (Topic<?, ?> topic : topics.all()) {
            Config config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()));
            if (config == null) {
                continue;
            }
            Map<String, String> wanted = new TreeMap<>(topic.config());
            wanted.entrySet().removeIf(entry -> {
                ConfigEntry entryNow = config.get(entry.getKey());
                return entryNow != null && same(entry.getValue(), entryNow.value());
            });
            if (!wanted.isEmpty()) {
                differing.put(topic.name(), wanted);
            }
        }
        return differing;
    }

    /** Lists such as {@code compact,delete} have no order. */
    private static boolean same(String wanted, @Nullable String live) {
        return live != null && Set.of(wanted.split(",")).equals(Set.of(live.split(",")));
    }
}
