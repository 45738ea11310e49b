package io.entente.registry;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Somebody else's serde under our rules: it yields the class that the topic holds, and distinguishes failures as ours does. */
final class ForeignSerde<T extends SpecificRecord> implements Serde<T> {
    private final Class<T> type;
    private final Serde<SpecificRecord> serde;

    @SuppressWarnings("unchecked") // what it yields is checked; what it takes is a specific record
    ForeignSerde(Class<T> type, Serde<?> serde) {
        this.type = type;
        this.serde = (Serde<SpecificRecord>) serde;
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        serde.configure(settings, isKey);
    }

    @Override
    public void close() {
        serde.close();
    }

    @Override
    public Serializer<T> serializer() {
        Serializer<SpecificRecord> serializer = serde.serializer();
        return serializer::serialize;
    }

    @Override
    public Deserializer<T> deserializer() {
        Deserializer<SpecificRecord> deserializer = serde.deserializer();
        return (topic, data) -> read(deserializer, topic, data);
    }

    private @Nullable T read(Deserializer<SpecificRecord> deserializer, String topic, byte @Nullable [] data) {
        Object record;
        try {
            record = deserializer.deserialize(topic, data);
        } catch (SerializationException e) {
            throw classified(topic, e);
        }
        if (record != null && !type.isInstance(record)) {
            throw new UnreadableRecordException(
                    "not a readable " + type.getSimpleName() + " on topic " + topic + ": it is a "
                            + record.getClass().getName() + "; write " + type.getSimpleName() + " to this topic",
                    null);
        }
        return type.cast(record);
    }

    private SerializationException classified(String topic, SerializationException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && !(cause instanceof EOFException)) {
                return new RegistryUnavailableException(
                        "read from topic " + topic, failure.getMessage() + " (" + cause + ")", true, failure);
            }
        }
        return new UnreadableRecordException(
                "not a readable " + type.getSimpleName() + " on topic " + topic + ": " + failure.getMessage(), failure);
    }
}
