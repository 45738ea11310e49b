package io.entente.serve.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Records as plain Avro binary, for this process alone: writer and reader are the same program. Safe for use by several threads. */
final class AvroBytes<V extends SpecificRecord> {
    private final Schema schema;
    private final SpecificData data;

    AvroBytes(Class<V> type) {
        this.data = SpecificData.getForClass(type);
        this.schema = data.getSchema(type);
    }

    byte[] write(V record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new SpecificDatumWriter<V>(schema, data).write(record, encoder);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    /** Reads what {@link #write} wrote, from {@code offset} on. */
    V read(byte[] bytes, int offset) {
        try {
            ByteArrayInputStream rest = new ByteArrayInputStream(bytes, offset, bytes.length - offset);
            return new SpecificDatumReader<V>(schema, schema, data)
                    .read(null, DecoderFactory.get().directBinaryDecoder(rest, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
