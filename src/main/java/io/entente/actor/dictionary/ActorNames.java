package io.entente.actor.dictionary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What actors are called in a sentence, from the built-in dictionaries of countries and blocs. Immutable. */
public final class ActorNames {
    /** Words after which or with which a name has an article. */
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
        for (DictionaryTable table : List.of(DictionaryTable.COUNTRIES, DictionaryTable.BLOCS)) {
            table.builtIn().each(row -> names.putIfAbsent(row.cell(0), withArticle(row.cell(1))));
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
