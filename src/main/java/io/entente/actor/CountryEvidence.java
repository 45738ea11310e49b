package io.entente.actor;

import io.entente.actor.dictionary.Sense;
import io.entente.actor.dictionary.Sense.Type;
import io.entente.actor.dictionary.WordMark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an article as a whole says about ambiguous names: the countries that it names beyond doubt, and signs of home news. */
final class CountryEvidence {
    /** The word by which each country is first named. */
    private final Map<String, String> named = new HashMap<>();
    /** Those that are named by another word, too. */
    private final Set<String> renamed = new HashSet<>();

    private int homeUs;
    private int food;

    static CountryEvidence of(List<TaggedSentence> lines, int day) {
        CountryEvidence evidence = new CountryEvidence();
        for (TaggedSentence line : lines) {
            evidence.read(line, day);
        }
        return evidence;
    }

    private void read(TaggedSentence line, int day) {
        boolean signs = line.any(WordMark.HOME_US) || line.any(WordMark.STATE) || line.any(WordMark.FOOD);
        for (int i = 0; i < line.size(); i++) {
            if (signs && line.marks(i) != 0) {
                homeUs += line.has(i, WordMark.HOME_US) || line.has(i, WordMark.STATE) && line.hit(i) == null ? 1 : 0;
                food += line.has(i, WordMark.FOOD) ? 1 : 0;
            }
            FormMatch hit = line.hit(i);
            if (hit == null || hit.is(Type.HEAD)) {
                continue;
            }
            for (Sense sense : hit.senses()) {
                if (sense.code() != null && !sense.weak() && sense.on(day)) {
                    name(sense.code(), line.lower(i));
                }
            }
        }
    }

    private void name(String code, String word) {
        String first = named.putIfAbsent(code, word);
        if (first != null && !first.equals(word)) {
            renamed.add(code);
        }
    }

    /** Whether the article names that country in words that can mean nothing else. */
    boolean names(String code) {
        return named.containsKey(code);
    }

    /** Whether it names that country in other words than {@code word}. */
    boolean namesOtherwise(String code, String word) {
        String first = named.get(code);
        return first != null && (!first.equals(word) || renamed.contains(code));
    }

    /** Whether it names a country beside that one. */
    boolean namesAnother(String code) {
        return named.keySet().stream().anyMatch(other -> !other.equals(code));
    }

    int homeUs() {
        return homeUs;
    }

    int food() {
        return food;
    }
}
