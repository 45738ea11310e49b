package io.entente.registry;

import java.util.Locale;
import org.apache.kafka.common.config.ConfigException;

/** How a record's subject in the registry is named. */
enum SubjectNameStrategy {
    /** {@code <topic>-value} or {@code <topic>-key}: one record type a topic. */
    TOPIC_NAME {
        @Override
        String subject(String topic, boolean isKey, String record) {
            return topic + (isKey ? "-key" : "-value");
        }
    },
    /** The record's full name: one lineage wherever the record goes. */
    RECORD_NAME {
        @Override
        String subject(String topic, boolean isKey, String record) {
            return record;
        }
    },
    /** {@code <topic>-<record's full name>}: several record types in a topic. */
    TOPIC_RECORD_NAME {
        @Override
        String subject(String topic, boolean isKey, String record) {
            return topic + "-" + record;
        }
    };

    private static final String CONFLUENT = "io.confluent.kafka.serializers.subject.";

    abstract String subject(String topic, boolean isKey, String record);

    /**
     * Reads Confluent's class name, the same without its package, or that without {@code Strategy}.
     *
     * @param key the setting, for the message
     */
    static SubjectNameStrategy parse(String key, Object value) {
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
