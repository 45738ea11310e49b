package io.entente.registry;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Avro records in the Confluent wire format: a zero byte, the schema's id as four bytes, the record. What the writer wrote is
 * resolved to the schema of our generated class. Safe for use by several threads once configured.
 *
 * <p>Settings, beside those of {@link RegistryClient#of}: {@code auto.register.schemas} (true), {@code use.latest.version}
 * (false; only without auto-registration), {@code value.subject.name.strategy} and {@code key.subject.name.strategy}
 * (TopicNameStrategy). {@code avro.java.string} is never registered.
 *
 * @param <T> the generated class
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
    private final AvroSerializer<T> serializer;
    private final AvroDeserializer<T> deserializer;
    private final @Nullable RegistryClient shared;

    /** A serde with a registry client of its own, made in {@link #configure}. */
    public AvroSerde(Class<T> type) {
        this(type, null);
    }

    /** A serde that asks {@code registry}, which several may share. */
    public AvroSerde(Class<T> type, @Nullable RegistryClient registry) {
        AvroTrust.allowGeneratedRecords();
        this.serializer = new AvroSerializer<>();
        this.deserializer = new AvroDeserializer<>(type);
        this.shared = registry;
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        RegistryClient registry = shared != null ? shared : RegistryClient.of(settings);
        serializer.configure(registry, settings, isKey);
        deserializer.configure(registry);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
