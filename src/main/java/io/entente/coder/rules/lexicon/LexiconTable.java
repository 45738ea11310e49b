package io.entente.coder.rules.lexicon;

import io.entente.language.Words;
import io.entente.table.TableKind;
import io.entente.table.TsvTable;

/** The tables of the event lexicon; a file's name says which of them it extends. */
public enum LexiconTable implements TableKind {
    SETS("sets", 2, 2),
    JUDGEMENTS("judgements", 2, 2),
    /** Verbs with their forms, as in verbs.tsv of {@code language}. */
    FORMS("forms", 1, 4),
    VERBS("verbs", 4, 6),
    NOUNS("nouns", 4, 5),
    ADJUNCTS("adjuncts", 5, 5);

    private final String stem;
    private final int least;
    private final int most;

    LexiconTable(String stem, int least, int most) {
        this.stem = stem;
        this.least = least;
        this.most = most;
    }

    @Override
    public String stem() {
        return stem;
    }

    @Override
    public int least() {
        return least;
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public TsvTable builtIn() {
        return this == FORMS
                ? TsvTable.resource(Words.class, "verbs.tsv")
                : TsvTable.resource(LexiconTable.class, file());
    }
}
