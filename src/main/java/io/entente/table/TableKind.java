package io.entente.table;

/**
 * One of several built-in tables that users may extend by files of their own. An enum implements it; a file's name says which constant
 * it extends.
 */
public interface TableKind {
    /** The name of its file without ending, such as {@code verbs}. */
    String stem();

    /** The least number of columns. */
    int least();

    /** The largest number of columns. */
    int most();

    /** The built-in table, whose head explains the columns. */
    TsvTable builtIn();

    /** The name of its file, such as {@code verbs.tsv}. */
    default String file() {
        return stem() + ".tsv";
    }

    /** Whether a file of that name, such as {@code verbs.tsv} or {@code verbs-our-region.tsv}, extends it. */
    default boolean names(String file) {
        return file.equals(file()) || file.startsWith(stem() + "-") && file.endsWith(".tsv");
    }

    /**
     * Looks at the number of columns.
     *
     * @throws IllegalArgumentException if a row cannot have so many
     */
    default void check(TsvRow row) {
        int columns = row.cells().size();
        if (columns < least() || columns > most()) {
            String right = least() == most() ? String.valueOf(most()) : least() + " to " + most();
            throw new IllegalArgumentException(columns + (columns == 1 ? " column" : " columns")
                    + " separated by tabs, expected " + right + "; the head of the built-in " + file()
                    + " explains them");
        }
    }
}
