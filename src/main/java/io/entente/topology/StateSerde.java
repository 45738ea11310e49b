package io.entente.topology;

import io.entente.registry.AvroTrust;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/** State of a stage as bytes: Avro's single-object encoding, which needs no registry. */
final class StateSerde<V extends SpecificRecord> {
    private final Class<V> type;
    private final BinaryMessageEncoder<V> encoder;
    private final BinaryMessageDecoder<V> decoder;

    StateSerde(Class<V> type) {
        AvroTrust.allowGeneratedRecords();
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        this.type = type;
        this.encoder = new BinaryMessageEncoder<>(model, schema, true);
        this.decoder = new BinaryMessageDecoder<>(model, schema);
    }

    byte[] write(V value) {
        try {
            ByteBuffer bytes = encoder.encode(value);
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (IOException e) {
            throw new SerializationException("cannot write state: " + type.getSimpleName(), e);
        }
    }

    V read(byte[] data) {
        try {
            return decoder.decode(data);
        } catch (IOException e) {
            throw new SerializationException("cannot read state: " + type.getSimpleName(), e);
        }
    }
}
