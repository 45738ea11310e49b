package io.entente.actor.dictionary;

import io.entente.table.TsvTable;
import io.entente.table.WordSets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that decide whom a noun, a name or a pronoun means; the comments in references.tsv say what each class is. */
public enum ReferenceWords {
    BARE_PAIR,
    BLOC_NOUN,
    BODY,
    CABINET,
    CLAUSE_START,
    COALITION,
    CONDITION,
    DEFINITE,
    EITHER,
    EXPLETIVE_ADJECTIVE,
    EXPLETIVE_VERB,
    FOR,
    CONGRESS,
    FOREIGN_OFFICE,
    GROUP_NOUN,
    PERSON_PRONOUN,
    PLURAL_PRONOUN,
    POSSESSIVE,
    PRONOUN,
    PUBLIC,
    SOVEREIGN,
    SPOKESPERSON,
    STATE_OF_MIND,
    SUBJECT_PRONOUN,
    TRADED,
    VISITING,
    WITH_ARTICLE;

    private static final WordSets<ReferenceWords> WORDS =
            WordSets.of(TsvTable.resource(ReferenceWords.class, "references.tsv"), ReferenceWords.class);

    /** Whether a word belongs to the class; null does not. */
    public boolean has(@Nullable String word) {
        return WORDS.in(this, word);
    }

    /** All words of the class. */
    Set<String> words() {
        return WORDS.get(this);
    }
}
