package io.entente.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes records of generated classes under the id that the registry has for their schema. */
final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private final Map<TopicSchema, Target> targets = new ConcurrentHashMap<>();
    private volatile @Nullable Policy policy;

    private record TopicSchema(String topic, Schema schema) {}

    /** What is written to a topic: the header, and the schema as which the records go out. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Target(byte[] header, Schema schema, DatumWriter<SpecificRecord> writer) {
        Target(int id, Schema schema) {
            this(WireFormat.header(id), schema, new SpecificDatumWriter<>(schema));
        }
    }

    /** The settings. */
    private record Policy(
            RegistryClient registry, boolean isKey, boolean register, boolean latest, SubjectNameStrategy strategy) {}

    void configure(RegistryClient registry, Map<String, ?> settings, boolean isKey) {
        policy = new Policy(
                registry,
                isKey,
                ConfigValues.flag(settings, "auto.register.schemas", true),
                ConfigValues.flag(settings, "use.latest.version", false),
                SubjectNameStrategy.of(settings, isKey));
    }

    /** @throws RegistryException if the registry has no id for the record's schema */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T record) {
        if (record == null) {
            return null;
        }
        Target target = target(topic, record.getSchema());
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        out.writeBytes(target.header);
        try {
            if (target.schema.equals(record.getSchema())) {
                write(record, target.writer, out);
            } else {
                writeAs(target.schema, record, out);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory has no such errors
        }
    }

    private Target target(String topic, Schema schema) {
        TopicSchema key = new TopicSchema(topic, schema);
        Target target = targets.get(key);
        if (target == null) {
            target = choose(topic, schema);
            targets.put(key, target);
        }
        return target;
    }

    private Target choose(String topic, Schema schema) {
        Policy chosen = policy;
        if (chosen == null) {
            throw new IllegalStateException("configure() has not been called");
        }
        String subject = chosen.strategy.subject(topic, chosen.isKey, schema.getFullName());
        if (chosen.register) {
            return new Target(chosen.registry.register(subject, schema), schema);
        }
        if (chosen.latest) {
            RegistryClient.RegisteredSchema latest = chosen.registry.latest(subject);
            boolean same = latest.schema().equals(JavaStrings.removedFrom(schema));
            return new Target(latest.id(), same ? schema : latest.schema());
        }
        try {
            return new Target(chosen.registry.idOf(subject, schema), schema);
        } catch (RegistryRefusedException e) {
            if (e.status() != 404) {
                throw e;
            }
            throw new RegistryRefusedException(
                    e.getMessage() + "; register it first, or set auto.register.schemas or use.latest.version",
                    e.status(),
                    e.errorCode());
        }
    }

    private static <R> void write(R record, DatumWriter<R> writer, ByteArrayOutputStream out) throws IOException {
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        writer.write(record, encoder);
        encoder.flush();
    }

    /** Resolves the record to another version of its schema, as a reader of that version would. */
    private static void writeAs(Schema wanted, SpecificRecord record, ByteArrayOutputStream out) throws IOException {
        ByteArrayOutputStream own = new ByteArrayOutputStream(256);
        write(record, new SpecificDatumWriter<>(record.getSchema()), own);
        try {
            Object resolved = new GenericDatumReader<>(record.getSchema(), wanted)
                    .read(null, DecoderFactory.get().binaryDecoder(own.toByteArray(), null));
            write(resolved, new GenericDatumWriter<>(wanted), out);
        } catch (AvroTypeException e) {
            throw new IncompatibleSchemaException(
                    record.getSchema().getFullName() + " cannot be written as the latest version of its subject: "
                            + e.getMessage() + "; register a version that takes it, or set use.latest.version=false",
                    409);
        }
    }
}
