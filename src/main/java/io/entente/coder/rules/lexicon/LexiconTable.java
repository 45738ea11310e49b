package io.entente.coder.rules.lexicon;

import io.entente.avro.EventType;
import java.util.List;

/** The tables of the event lexicon; a file's name says which of them it extends. */
public enum LexiconTable {
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

    /** The name of its file, such as {@code verbs.tsv}. */
    String file() {
        return stem + ".tsv";
    }

    /** Whether a file of that name, such as {@code verbs.tsv} or {@code verbs-our-region.tsv}, extends it. */
    boolean names(String file) {
        return file.equals(file()) || file.startsWith(stem + "-") && file.endsWith(".tsv");
    }

    /**
     * Looks at the number of columns.
     *
     * @throws IllegalArgumentException if a line cannot have so many
     */
    void check(String[] row) {
        if (row.length < least || row.length > most) {
            String right = least == most ? String.valueOf(most) : least + " to " + most;
            throw new IllegalArgumentException(
                    row.length + (row.length == 1 ? " column" : " columns") + " apart by tabs, expected " + right
                            + "; the head of the built-in " + builtIn() + " explains them");
        }
    }

    private String builtIn() {
        return this == FORMS ? "language/verbs.tsv" : "coder/rules/lexicon/" + file();
    }

    /** The type that a cell names. */
    static EventType type(String cell) {
        try {
            return EventType.valueOf(cell);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "no event type is called '" + cell + "'; there are " + List.of(EventType.values()), e);
        }
    }

    /** The number that a cell holds, from -{@code bound} to {@code bound}. */
    static double number(String cell, double bound) {
        try {
            double number = Double.parseDouble(cell);
            if (Math.abs(number) <= bound) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("'" + cell + "' is no number from -" + bound + " to " + bound);
    }
}
