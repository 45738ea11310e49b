package io.entente.language.segment;

import io.entente.table.TsvTable;
import io.entente.table.WordSets;

/** Words that decide where a sentence or a token ends; the comments in boundaries.tsv say what each class is. */
enum BoundaryWords {
    ABBREVIATION,
    CLITIC,
    DOTTED_STATE,
    OPENING_VERB,
    STARTER;

    private static final WordSets<BoundaryWords> WORDS =
            WordSets.of(TsvTable.resource(BoundaryWords.class, "boundaries.tsv"), BoundaryWords.class);

    /** Whether a word in lower case belongs to the class. */
    boolean has(String word) {
        return WORDS.in(this, word);
    }
}
