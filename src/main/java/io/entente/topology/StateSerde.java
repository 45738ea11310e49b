package io.entente.topology;

import io.entente.registry.AvroTrust;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * State of a stage as bytes: Avro's single-object encoding, which needs no registry. Each row names its schema by fingerprint, so rows of
 * released versions are read, too, and become rows of this one when they are next written.
 */
final class StateSerde<V extends SpecificRecord> {
    /** After the two bytes that mark the encoding. */
    private static final int FINGERPRINT = 2;

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
        ReleasedState.schemas(type.getSimpleName()).forEach(decoder::addSchema);
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

    /** @throws StateVersionException if a version that this one does not know has written the row */
    V read(byte[] data) {
        try {
            return decoder.decode(data);
        } catch (MissingSchemaException e) {
            long fingerprint =
                    ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getLong(FINGERPRINT);
            throw new StateVersionException(type.getSimpleName(), fingerprint, e);
        } catch (IOException e) {
            throw new SerializationException("cannot read state: " + type.getSimpleName(), e);
        }
    }
}
