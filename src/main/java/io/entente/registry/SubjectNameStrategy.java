package io.entente.registry;

import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** How a record's subject in the registry is named. */
public enum SubjectNameStrategy {
    /** {@code <topic>-value} or {@code <topic>-key}: one record type a topic. */
    TOPIC_NAME {
        @Override
        public String subject(String topic, boolean isKey, String record) {
            return topic + (isKey ? "-key" : "-value");
        }
    },
    /** The record's full name: one lineage wherever the record goes. */
    RECORD_NAME {
        @Override
        public String subject(String topic, boolean isKey, String record) {
            return record;
        }
    },
    /** {@code <topic>-<record's full name>}: several record types in a topic. */
    TOPIC_RECORD_NAME {
        @Override
        public String subject(String topic, boolean isKey, String record) {
            return topic + "-" + record;
        }
    };

    private static final String CONFLUENT = "io.confluent.kafka.serializers.subject.";

    /** The subject of a record of this full name on {@code topic}. */
    public abstract String subject(String topic, boolean isKey, String record);

    /**
     * What {@code settings} say: {@code key.subject.name.strategy} or {@code value.subject.name.strategy}.
     *
     * @throws ConfigException if they name none of these
     */
    public static SubjectNameStrategy of(Map<String, ?> settings, boolean isKey) {
        String key = (isKey ? "key" : "value") + ".subject.name.strategy";
        Object named = settings.get(key);
        return named == null ? TOPIC_NAME : parse(key, named);
    }

    /**
     * Reads Confluent's class name, the same without its package, or that without {@code Strategy}.
     *
     * @param key the setting, for the message
     */
    private static SubjectNameStrategy parse(String key, Object value) {
        String name = value instanceof Class<?> type
                ? type.getName()
                : value.toString().trim();
        String shortName = name.startsWith(CONFLUENT) ? name.substring(CONFLUENT.length()) : name;
        return switch (shortName.toLowerCase(Locale.ROOT)) {
            case "topicnamestrategy", "topicname" -> TOPIC_NAME;
            case "recordnamestrategy", "recordname" -> RECORD_NAME;
            case "topicrecordnamestrategy", "topicrecordname" -> TOPIC_RECORD_NAME;
            default ->
                throw new ConfigException(
                        key, name, "must be one of TopicNameStrategy, RecordNameStrategy, TopicRecordNameStrategy");
        };
    }
}
