package io.entente.actor.dictionary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What actors are called in a sentence, from the built-in dictionaries of countries and blocs. Immutable. */
public final class ActorNames {
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
                !name.startsWith("the ") && Arrays.stream(name.split(" ")).anyMatch(ReferenceWords.WITH_ARTICLE::has);
        return article ? "the " + name : name;
    }
}
