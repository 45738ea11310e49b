package io.entente.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds settings by name, and the one that was perhaps meant. */
final class Keys {
    /** Read by the launcher and the logging configuration, not by us. */
    static final Set<String> LAUNCHER = Set.of("ENTENTE_JAVA_OPTS", "ENTENTE_HOME", "ENTENTE_LOG_LEVEL");

    private static final int FAR = 4;

    private Keys() {}

    static @Nullable Setting find(String key) {
        return Catalogue.ALL.stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    static boolean passedThrough(String key) {
        return (key.startsWith(Catalogue.KAFKA) && key.length() > Catalogue.KAFKA.length())
                || Catalogue.SERDE_KEYS.contains(key);
    }

    /** The key that an environment variable sets; what it would be if it is unknown. */
    static String ofVariable(String name) {
        for (Setting setting : Catalogue.ALL) {
            if (setting.environmentVariable().equals(name)) {
                return setting.key();
            }
        }
        String key =
                name.substring("ENTENTE_".length()).toLowerCase(Locale.ROOT).replace('_', '.');
        return passedThrough(key) ? key : "entente." + key;
    }

    /** Such as {@code " (did you mean 'entente.idle'?)"}; empty where nothing is near. */
    static String suggestion(String key) {
        List<String> known = Stream.concat(Catalogue.ALL.stream().map(Setting::key), Catalogue.SERDE_KEYS.stream())
                .toList();
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(key, candidate)))
                .filter(candidate -> distance(key, candidate) <= FAR)
                .map(candidate -> " (did you mean '" + candidate + "'?)")
                .orElse("");
    }

    /** Levenshtein's edit distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
