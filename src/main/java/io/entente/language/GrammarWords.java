package io.entente.language;

import io.entente.table.TsvTable;
import io.entente.table.WordSets;
import org.jspecify.annotations.Nullable;

/** Words on which the parse of a sentence depends; the comments in grammar.tsv say what each class is. */
enum GrammarWords {
    AGENTLESS,
    BE,
    BOUND,
    CLAUSE_OPENER,
    CLAUSE_PREPOSITION,
    COMPLEMENTIZER,
    DETERMINING,
    DISTRIBUTIVE,
    DO,
    FEELING,
    FINDING,
    GOAL,
    HAVE,
    INVERSION,
    MANDATIVE,
    NEGATED_OPENER,
    OWNER_PRONOUN,
    PARTICIPIAL,
    PLURAL_PRONOUN,
    PREDICATE,
    REPEATED,
    RESULT,
    STIRRING,
    TIME_OPENER,
    VERB_PREFIX;

    private static final WordSets<GrammarWords> WORDS =
            WordSets.of(TsvTable.resource(GrammarWords.class, "grammar.tsv"), GrammarWords.class);

    /** Whether a word in lower case belongs to the class; null does not. */
    boolean has(@Nullable String word) {
        return WORDS.in(this, word);
    }
}
