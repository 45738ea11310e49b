package io.entente.coder.rules.lexicon;

import io.entente.avro.EventType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A noun that names an act.
 *
 * @param id the noun
 * @param type the act
 * @param intensity Goldstein intensity
 * @param slots prepositions before the target, best first
 * @param severe class of severe acts, or null; see the head of nouns.tsv
 * @param marks see the head of nouns.tsv
 */
public record NounEntry(
        String id, EventType type, double intensity, List<String> slots, @Nullable String severe, Set<NounMark> marks) {

    public boolean has(NounMark mark) {
        return marks.contains(mark);
    }

    /** Whether "of X" names who acts. */
    public boolean ofAgent() {
        return marks.contains(NounMark.OF_AGENT);
    }

    public boolean mutual() {
        return marks.contains(NounMark.MUTUAL);
    }
}
