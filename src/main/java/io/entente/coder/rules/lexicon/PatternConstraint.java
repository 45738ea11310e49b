package io.entente.coder.rules.lexicon;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Words of which a pattern needs one, by the place where they must stand.
 *
 * @param places {@link #OBJECT}, {@link #SUBJECT}, {@link #INFINITIVE} or a preposition, with the words that fit there; {@link #ANY} fits always, {@link #ACTOR} where an actor
 *     is named
 * @param narrow whether not everything fits
 */
public record PatternConstraint(Map<String, Set<String>> places, boolean narrow) {
    static final String OBJECT = "";
    static final String SUBJECT = "SUBJ";
    static final String INFINITIVE = "TO";
    public static final String ANY = "*";
    public static final String ACTOR = "@actor";

    /**
     * The need that {@code text} spells: {@code pact|with:tariff|@troops|SUBJ:@troops|TO:leave}.
     *
     * @param sets the words of a set of sets.tsv, for {@code @name}
     */
    static PatternConstraint of(String text, Function<String, Set<String>> sets) {
        Map<String, Set<String>> places = new HashMap<>();
        for (String alternative : text.split("\\|", -1)) {
            int colon = alternative.indexOf(':');
            String place = colon < 0 ? OBJECT : alternative.substring(0, colon);
            String word = alternative.substring(colon + 1);
            Set<String> words = places.computeIfAbsent(place, k -> new HashSet<>());
            if (word.startsWith("@") && !word.equals(ACTOR)) {
                Set<String> set = sets.apply(word.substring(1));
                if (set.isEmpty()) {
                    throw new IllegalArgumentException(
                            "no set is called '" + word.substring(1) + "'; add it to sets.tsv");
                }
                words.addAll(set);
            } else {
                words.add(word);
            }
        }
        places.replaceAll((place, words) -> Set.copyOf(words));
        boolean narrow = places.values().stream().noneMatch(words -> words.contains(ANY));
        return new PatternConstraint(Map.copyOf(places), narrow);
    }

    boolean names(String word) {
        for (Set<String> words : places.values()) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    static List<PatternConstraint> all(String text, Function<String, Set<String>> sets) {
        return List.of(text.split(" & ", -1)).stream().map(t -> of(t, sets)).toList();
    }
}
