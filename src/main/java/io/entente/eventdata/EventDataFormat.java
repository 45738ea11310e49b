package io.entente.eventdata;

/** Event data that can be read. */
public enum EventDataFormat {
    GDELT,
    ICEWS,
    POLECAT,
    PLOVER;

    /** Whether the first line of a file names its columns. */
    boolean hasHeader() {
        return this == ICEWS || this == POLECAT;
    }

    /** A reader of one file. */
    LineReader reader() {
        return switch (this) {
            case GDELT -> new GdeltLines();
            case ICEWS -> new TableLines("icews");
            case POLECAT -> new TableLines("polecat");
            case PLOVER -> new PloverLines();
        };
    }
}
