package io.entente.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;

/**
 * A topic and what its records are made of.
 *
 * @param name its name in Kafka
 * @param key serde of keys
 * @param value serde of values
 * @param partitions how many partitions it gets when it is created
 * @param byPair whether it is keyed by pair: such topics share one partition count, which never changes
 * @param config the topic settings that Entente relies on
 */
public record Topic<K, V>(
        String name, Serde<K> key, Serde<V> value, int partitions, boolean byPair, Map<String, String> config) {
    public Topic {
        config = Map.copyOf(config);
    }
}
