package io.entente.registry;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** Reads single settings out of what Kafka hands to {@code configure}: values may be text, numbers or passwords. */
final class ConfigValues {
    private ConfigValues() {}

    /** The text under {@code key}; null where it is absent or blank. */
    static @Nullable String text(Map<String, ?> settings, String key) {
        Object value = settings.get(key);
        if (value == null) {
            return null;
        }
        String text = value instanceof Password password ? password.value() : value.toString();
        return text.isBlank() ? null : text.trim();
    }

    static boolean flag(Map<String, ?> settings, String key, boolean otherwise) {
        @Nullable String text = text(settings, key);
        if (text == null) {
            return otherwise;
        }
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new ConfigException(key, text, "must be true or false");
        }
        return Boolean.parseBoolean(text);
    }

    static int number(Map<String, ?> settings, String key, int otherwise) {
        @Nullable String text = text(settings, key);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new ConfigException(key, text, "must be a whole number from 0");
    }
}
