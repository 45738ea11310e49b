package io.entente.topology;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** State of a stage as bytes: Avro's single-object encoding, which needs no registry. */
final class StateSerde<V extends SpecificRecord> implements Serde<V> {
    private final BinaryMessageEncoder<V> encoder;
    private final BinaryMessageDecoder<V> decoder;

    StateSerde(Class<V> type) {
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        encoder = new BinaryMessageEncoder<>(model, schema, true);
        decoder = new BinaryMessageDecoder<>(model, schema);
    }

    @Override
    public Serializer<V> serializer() {
        return (topic, value) -> write(topic, value);
    }

    @Override
    public Deserializer<V> deserializer() {
        return (topic, data) -> read(topic, data);
    }

    private byte @Nullable [] write(String topic, @Nullable V value) {
        if (value == null) {
            return null;
        }
        try {
            ByteBuffer bytes = encoder.encode(value);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (IOException e) {
            throw new SerializationException("state for " + topic, e);
        }
    }

    private @Nullable V read(String topic, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        try {
            return decoder.decode(data);
        } catch (IOException e) {
            throw new SerializationException("state in " + topic, e);
        }
    }
}
