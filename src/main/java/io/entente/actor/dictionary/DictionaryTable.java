package io.entente.actor.dictionary;

import io.entente.table.TableKind;
import io.entente.table.TsvTable;

/** The dictionaries of actors, in the order in which they are read: countries and blocs come before the tables that name their codes. */
enum DictionaryTable implements TableKind {
    WORDS("words", 2),
    COUNTRIES("countries", 7),
    BLOCS("blocs", 6),
    GROUPS("groups", 6),
    BODIES("bodies", 4),
    PLACES("places", 2),
    HEADS("heads", 3),
    TRAPS("traps", 2),
    PEOPLE("people", 6);

    private final String stem;
    private final int most;

    DictionaryTable(String stem, int most) {
        this.stem = stem;
        this.most = most;
    }

    @Override
    public String stem() {
        return stem;
    }

    @Override
    public int least() {
        return 1;
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public TsvTable builtIn() {
        return TsvTable.resource(DictionaryTable.class, file());
    }
}
