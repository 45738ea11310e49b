package io.entente.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Makes the serdes of the public topics: ours, sharing one registry client, or those of the class that
 * {@code entente.serde.avro} names, such as {@code io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde}.
 */
public final class AvroSerdes {
    /** Names a class that implements Kafka's {@link Serde} for specific records and has a constructor without arguments. */
    public static final String SERDE_CLASS = "entente.serde.avro";

    private final Map<String, Object> settings;
    private final @Nullable String foreign;
    private final @Nullable RegistryClient registry;

    /**
     * @param settings {@code schema.registry.url} and the other keys of {@link AvroSerde}; handed to a foreign serde as they
     *     are, with {@code specific.avro.reader=true}
     * @throws ConfigException if one is missing or wrong
     */
    public AvroSerdes(Map<String, ?> settings) {
        AvroTrust.allowGeneratedRecords();
        this.settings = new HashMap<>(settings);
        this.foreign = ConfigValues.text(settings, SERDE_CLASS);
        this.registry = foreign == null ? RegistryClient.of(settings) : null;
    }

    /** A configured serde for values of {@code type}. */
    public <T extends SpecificRecord> Serde<T> value(Class<T> type) {
        return configured(type, false);
    }

    /** A configured serde for keys of {@code type}. */
    public <T extends SpecificRecord> Serde<T> key(Class<T> type) {
        return configured(type, true);
    }

    /**
     * Learns the schemas of {@code subjects}, so that its serdes can read and write their records while no registry serves. A foreign serde
     * remembers what it likes.
     *
     * @throws RegistryUnavailableException if no registry serves now
     */
    public void learn(Collection<String> subjects) {
        if (registry != null) {
            subjects.forEach(registry::learn);
        }
    }

    private <T extends SpecificRecord> Serde<T> configured(Class<T> type, boolean isKey) {
        Serde<T> serde =
                foreign == null ? new AvroSerde<>(type, registry) : new ForeignSerde<>(type, instance(foreign));
        Map<String, Object> own = new HashMap<>(settings);
        own.putIfAbsent("specific.avro.reader", true);
        serde.configure(own, isKey);
        return serde;
    }

    private static Serde<?> instance(String name) {
        try {
            return Utils.newInstance(name, Serde.class);
        } catch (ClassNotFoundException e) {
            throw new ConfigException(
                    SERDE_CLASS, name, "is not on the class path: build with -Pconfluent, or add its jar to lib/");
        } catch (RuntimeException e) {
            throw new ConfigException(
                    SERDE_CLASS, name, "must implement Kafka's Serde and have a public constructor without arguments");
        }
    }
}
