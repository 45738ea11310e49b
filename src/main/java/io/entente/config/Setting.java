package io.entente.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A thing that can be set.
 *
 * @param key as it stands in a properties file
 * @param fallback what holds where nothing is given; empty for "not set"
 * @param form what a value must look like
 * @param secret whether its value is never shown
 * @param help one sentence for people
 */
public record Setting(String key, String fallback, Form form, boolean secret, String help) {

    /** What a value must look like. */
    public enum Form {
        TEXT("any text"),
        COUNT("a whole number, at least 1"),
        NUMBER("a whole number, 0 or more"),
        PORT("a port, 0 to 65535"),
        DURATION("an ISO-8601 duration such as PT10S or P3D"),
        SHARE("a number from 0 to 1"),
        CLOCK("'data' or 'wall'"),
        LOG("'text' or 'json'"),
        FLAG("'true' or 'false'");

        private final String description;

        Form(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }

        boolean accepts(String value) {
            return switch (this) {
                case TEXT -> true;
                case COUNT -> number(value) >= 1;
                case NUMBER -> number(value) >= 0;
                case PORT -> number(value) >= 0 && number(value) <= 65535;
                case DURATION -> isDuration(value);
                case SHARE -> value.matches("0|1|[01]?\\.\\d+|[01]\\.") && Double.parseDouble(value) <= 1;
                case CLOCK -> List.of("data", "wall").contains(value);
                case LOG -> List.of("text", "json").contains(value);
                case FLAG -> List.of("true", "false").contains(value);
            };
        }

        private static long number(String value) {
            try {
                return Integer.parseInt(value);
            } catch (NumberFormatException e) {
                return -1;
            }
        }

        private static boolean isDuration(String value) {
            try {
                return !Duration.parse(value).isNegative();
            } catch (java.time.format.DateTimeParseException e) {
                return false;
            }
        }
    }

    /** Why {@code value} cannot be used; null if it can. */
    @Nullable
    String complaint(String value) {
        return value.isEmpty() || form.accepts(value)
                ? null
                : key + " must be " + form.description() + (secret ? "" : ", not '" + value + "'");
    }

    /** The environment variable that sets it: {@code ENTENTE_} and the key in upper case, without a leading {@code entente.}. */
    public String environmentVariable() {
        String name = key.startsWith("entente.") ? key.substring("entente.".length()) : key;
        return "ENTENTE_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
