package io.entente.coder.rules.lexicon;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of one verb by the words that they need, so that each word of a clause is looked up once, however many patterns the
 * verb has. Immutable.
 */
public final class PatternIndex {
    private final List<VerbEntry> patterns;

    /** The number of the first need of each pattern; after the last, the number of all. */
    private final int[] first;

    /** By preposition and word the numbers of the needs that the word meets there. */
    private final Map<String, Map<String, int[]>> byPlace = new HashMap<>();

    private final @Nullable Map<String, int[]> object;
    private final @Nullable Map<String, int[]> subject;
    private final @Nullable Map<String, int[]> infinitive;

    /** An index of {@code patterns}, the best first. */
    PatternIndex(List<VerbEntry> patterns) {
        this.patterns = patterns;
        this.first = new int[patterns.size() + 1];
        int number = 0;
        for (int i = 0; i < patterns.size(); i++) {
            first[i] = number;
            for (PatternConstraint need : patterns.get(i).needs()) {
                add(need, number++);
            }
        }
        first[patterns.size()] = number;
        this.object = byPlace.remove(PatternConstraint.OBJECT);
        this.subject = byPlace.remove(PatternConstraint.SUBJECT);
        this.infinitive = byPlace.remove(PatternConstraint.INFINITIVE);
    }

    private void add(PatternConstraint need, int number) {
        need.places().forEach((place, words) -> {
            Map<String, int[]> numbers = byPlace.computeIfAbsent(place, k -> new HashMap<>());
            for (String word : words) {
                int[] known = numbers.get(word);
                int[] more = known == null ? new int[1] : Arrays.copyOf(known, known.length + 1);
                more[more.length - 1] = number;
                numbers.put(word, more);
            }
        });
    }

    /** By word the numbers of the needs that a word in the object meets, or null if no pattern needs any there. */
    @Nullable
    public Map<String, int[]> object() {
        return object;
    }

    /** The same for the subject. */
    @Nullable
    public Map<String, int[]> subject() {
        return subject;
    }

    /** The same for an infinitive that depends on the verb. */
    @Nullable
    public Map<String, int[]> infinitive() {
        return infinitive;
    }

    /** The same for what comes after {@code preposition}. */
    @Nullable
    public Map<String, int[]> after(String preposition) {
        return byPlace.isEmpty() ? null : byPlace.get(preposition);
    }

    /**
     * The best of the patterns whose needs are all met, or null: of those that need equally much the first that {@code aimed}
     * holds of, otherwise the first.
     *
     * @param met the numbers of the needs that are met
     * @param aimed whether somebody stands where the pattern has its target
     * @param passive whether the clause is in the passive, so that patterns of the passive count, too
     */
    @Nullable
    public VerbEntry best(BitSet met, Predicate<VerbEntry> aimed, boolean passive) {
        VerbEntry best = null;
        for (int i = 0; i < patterns.size(); i++) {
            VerbEntry pattern = patterns.get(i);
            if (met.nextClearBit(first[i]) < first[i + 1] || !pattern.suits(passive)) {
                continue;
            }
            if (best != null && pattern.weight() < best.weight()) {
                return best;
            }
            if (best == null && !pattern.aims() || pattern.aims() && aimed.test(pattern)) {
                return pattern;
            }
            best = best == null ? pattern : best;
        }
        return best;
    }
}
