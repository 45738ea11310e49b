package io.entente.coder.rules.lexicon;

import io.entente.avro.EventType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verb of the event lexicon, alone or with nouns that it needs.
 *
 * @param id the entry as it stands in the lexicon
 * @param needs what must stand with the verb, all of it; empty if nothing is needed
 * @param type what the subject does, or null if the verb only works on what it governs
 * @param intensity Goldstein intensity
 * @param slots where the target stands, best first
 * @param operator what it makes of what it governs
 * @param severe class of severe acts, or null; see the head of verbs.tsv
 * @param marks see the head of verbs.tsv
 */
public record VerbEntry(
        String id,
        List<PatternConstraint> needs,
        @Nullable EventType type,
        double intensity,
        List<String> slots,
        VerbClass operator,
        @Nullable String severe,
        Set<VerbMark> marks) {

    public boolean has(VerbMark mark) {
        return marks.contains(mark);
    }

    /** Whether the verb counts only with certain words. */
    public boolean pattern() {
        return !needs.isEmpty();
    }

    /** How much it needs: of several patterns that fit, the one that needs most is meant. */
    public int weight() {
        int weight = 0;
        for (PatternConstraint need : needs) {
            weight += need.narrow() ? 1 : 0;
        }
        return weight;
    }

    /** Whether it reports an act toward somebody in its own clause and nothing else. */
    boolean aims() {
        return type != null && operator == VerbClass.NONE && !slots.isEmpty() && !has(VerbMark.BELOW);
    }

    /** Whether it counts in a clause of that voice. */
    public boolean suits(boolean passive) {
        return passive || !has(VerbMark.PASSIVE);
    }

    /** Whether {@code word} is one of those that the verb needs. */
    public boolean needs(String word) {
        for (PatternConstraint need : needs) {
            if (need.names(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the words that the verb needs comes after {@code preposition}. */
    public boolean places(String preposition) {
        return needs.stream().anyMatch(need -> need.places().containsKey(preposition));
    }

    public boolean mutual() {
        return marks.contains(VerbMark.MUTUAL);
    }
}
