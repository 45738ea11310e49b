package io.entente.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What actors are called in a sentence, from the built-in dictionaries of countries and blocs. Immutable. */
public final class ActorNames {
    private static final List<String> FILES = List.of("countries.tsv", "blocs.tsv");
    /** Words behind which or with which a name has an article. */
    private static final Set<String> WITH_ARTICLE = Set.of(
            "Bahamas",
            "Comoros",
            "Gambia",
            "Maldives",
            "Netherlands",
            "Philippines",
            "Seychelles",
            "Quad",
            "Commonwealth",
            "United",
            "Union",
            "Republic",
            "Islands",
            "Emirates",
            "League",
            "Nations",
            "States",
            "Organization",
            "Organisation",
            "Council",
            "Community",
            "Cooperation",
            "Court",
            "Fund",
            "Forum",
            "Group");

    private final Map<String, String> names;

    private ActorNames(Map<String, String> names) {
        this.names = Map.copyOf(names);
    }

    /** The names in the built-in dictionaries. */
    public static ActorNames load() {
        Map<String, String> names = new HashMap<>();
        for (String file : FILES) {
            try (InputStream in = Objects.requireNonNull(ActorNames.class.getResourceAsStream(file), file);
                    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                reader.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("\t"))
                        .filter(cells -> cells.length > 1)
                        .forEach(cells -> names.putIfAbsent(cells[0], withArticle(cells[1])));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new ActorNames(names);
    }

    /** Such as {@code Peru} or {@code the European Union}; the code itself where it is not known. */
    public String of(String code) {
        return names.getOrDefault(code, code);
    }

    private static String withArticle(String name) {
        boolean article =
                !name.startsWith("the ") && Arrays.stream(name.split(" ")).anyMatch(WITH_ARTICLE::contains);
        return article ? "the " + name : name;
    }
}
