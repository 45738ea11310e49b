package io.entente.coder.rules.lexicon;

import io.entente.table.TsvRow;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The sets of sets.tsv while the lexicon is read: a set is read by a rule, or named by a pattern of verbs.tsv. */
final class NamedSets {
    private final Map<String, Set<String>> sets = new HashMap<>();
    private final Set<String> inPatterns = new HashSet<>();

    void add(TsvRow row) {
        sets.computeIfAbsent(row.required(0, "a set"), name -> new HashSet<>()).addAll(row.words(1));
    }

    /** The words of a set that a pattern names; empty if there is no such set. */
    Set<String> inPattern(String name) {
        inPatterns.add(name);
        return sets.getOrDefault(name, Set.of());
    }

    /** Refuses a row of a set that nothing reads, once all patterns are known. */
    void check(TsvRow row) {
        String name = row.cell(0);
        if (!LexiconSet.isNamed(name) && !inPatterns.contains(name)) {
            throw row.fault(0, "no rule reads the set '" + name + "' and no pattern of verbs.tsv names it");
        }
    }

    Map<LexiconSet, Set<String>> ofRules() {
        Map<LexiconSet, Set<String>> ofRules = new EnumMap<>(LexiconSet.class);
        for (LexiconSet set : LexiconSet.values()) {
            Set<String> words = sets.get(set.label());
            if (words == null) {
                throw new IllegalStateException("sets.tsv lacks the set '" + set.label() + "'");
            }
            ofRules.put(set, Set.copyOf(words));
        }
        return ofRules;
    }
}
