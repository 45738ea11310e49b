package io.entente.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes a key as its text. */
final class RoutedKeySerializer implements Serializer<RoutedKey> {

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable RoutedKey key) {
        return key == null ? null : key.text().getBytes(StandardCharsets.UTF_8);
    }
}
