package io.entente.registry;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads records of one generated class, whatever version of its schema they were written with. */
final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private static final int NOT_FOUND = 404;

    private final Class<T> type;
    private final SpecificData model;
    private final Schema readerSchema;
    private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();
    private volatile @Nullable RegistryClient registry;

    AvroDeserializer(Class<T> type) {
        this.type = type;
        this.model = SpecificData.getForClass(type);
        this.readerSchema = model.getSchema(type);
    }

    void configure(RegistryClient client) {
        registry = client;
    }

    /**
     * @throws UnreadableRecordException if the bytes are at fault
     * @throws RegistryException if the registry is
     */
    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        if (data.length < WireFormat.HEADER) {
            throw unreadable(topic, "it has " + data.length + " bytes, fewer than the header", WRITE_AVRO, null);
        }
        if (data[0] != WireFormat.MAGIC) {
            throw unreadable(topic, "its first byte is " + hex(data[0]) + " where 0x00 should be", WRITE_AVRO, null);
        }
        int id = WireFormat.id(data);
        return decode(topic, id, reader(topic, id), data);
    }

    private static final String WRITE_AVRO = "write it with a Confluent Avro serializer";

    private DatumReader<T> reader(String topic, int id) {
        DatumReader<T> reader = readers.get(id);
        if (reader == null) {
            Schema writerSchema = writerSchema(topic, id);
            String written = writerSchema.getFullName();
            if (!written.equals(readerSchema.getFullName())
                    && !readerSchema.getAliases().contains(written)) {
                throw unreadable(
                        topic,
                        "its schema (id " + id + ") is " + written,
                        "write " + readerSchema.getFullName() + " to this topic",
                        null);
            }
            reader = new SpecificDatumReader<>(writerSchema, readerSchema, model);
            readers.put(id, reader);
        }
        return reader;
    }

    private Schema writerSchema(String topic, int id) {
        RegistryClient client = registry;
        if (client == null) {
            throw new IllegalStateException("configure() has not been called");
        }
        try {
            return client.schema(id);
        } catch (RegistryRefusedException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            throw unreadable(
                    topic,
                    "its schema id " + id + " is unknown to the registry at " + client.urls(),
                    "let its producer use this registry",
                    e);
        }
    }

    private T decode(String topic, int id, DatumReader<T> reader, byte[] data) {
        try {
            BinaryDecoder decoder =
                    DecoderFactory.get().binaryDecoder(data, WireFormat.HEADER, data.length - WireFormat.HEADER, null);
            T record = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw unreadable(
                        topic, "bytes follow the record of schema id " + id, "write one record a message", null);
            }
            return type.cast(record);
        } catch (UnreadableRecordException e) {
            throw e;
        } catch (EOFException e) {
            throw unreadable(topic, "it ends before its record of schema id " + id + " does", "send it whole", e);
        } catch (IOException | RuntimeException e) { // Avro throws many kinds at bytes that make no sense
            throw unreadable(
                    topic, "it is not a record of schema id " + id + " (" + e + ")", "write what its schema says", e);
        }
    }

    private UnreadableRecordException unreadable(String topic, String what, String remedy, @Nullable Throwable cause) {
        return new UnreadableRecordException(
                "not a readable " + type.getSimpleName() + " on topic " + topic + ": " + what + "; " + remedy, cause);
    }

    private static String hex(byte value) {
        return String.format("0x%02x", value);
    }
}
