package io.entente.coder.rules.lexicon;

import io.entente.avro.EventType;
import java.util.List;
import java.util.Set;

/**
 * A noun that names an act.
 *
 * @param id the noun
 * @param type the act
 * @param intensity Goldstein intensity
 * @param slots prepositions before the target, best first
 * @param marks see the head of nouns.tsv
 */
public record NounEntry(String id, EventType type, double intensity, List<String> slots, Set<String> marks) {

    public boolean has(String mark) {
        return marks.contains(mark);
    }

    /** Whether "of X" names who acts. */
    public boolean ofAgent() {
        return marks.contains("of-agent");
    }

    public boolean mutual() {
        return marks.contains("mutual");
    }
}
