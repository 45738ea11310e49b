package io.entente.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The partitioner of the topics keyed by pair: Kafka's own murmur2, over the pair alone, so that all that concerns a pair lies in
 * one partition, whatever follows the pair in the key.
 */
public final class PairPartitioner implements StreamPartitioner<RoutedKey, Object> {
    /** Stands in keys between the pair and the rest. */
    public static final char SEPARATOR = '|';

    /** The partition, of {@code partitions}, of a key that is a pair or begins with one. */
    public static int partition(String key, int partitions) {
        int bar = key.indexOf(SEPARATOR);
        String pair = bar < 0 ? key : key.substring(0, bar);
        return Utils.toPositive(Utils.murmur2(pair.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, RoutedKey key, Object value, int partitions) {
        return Optional.of(
                switch (key.partition()) {
                    case RoutedKey.EVERY ->
                        IntStream.range(0, partitions).boxed().collect(Collectors.toSet());
                    case RoutedKey.BY_PAIR -> Set.of(partition(key.text(), partitions));
                    default -> Set.of(key.partition());
                });
    }
}
