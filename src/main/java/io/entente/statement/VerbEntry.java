package io.entente.statement;

import io.entente.avro.EventType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verb of the event lexicon, alone or with nouns that it needs.
 *
 * @param id the entry as it stands in the lexicon
 * @param preposition the preposition before the noun that it needs, or null if the noun is the object
 * @param nouns the nouns of which one must be there; empty if none is needed
 * @param type what the subject does, or null if the verb only works on what it governs
 * @param intensity Goldstein intensity
 * @param slots where the target stands, best first
 * @param operator what it makes of what it governs
 * @param marks see the head of verbs.tsv
 */
record VerbEntry(
        String id,
        @Nullable String preposition,
        Set<String> nouns,
        @Nullable EventType type,
        double intensity,
        List<String> slots,
        Operator operator,
        Set<String> marks) {

    boolean has(String mark) {
        return marks.contains(mark);
    }

    boolean mutual() {
        return marks.contains("mutual");
    }
}
