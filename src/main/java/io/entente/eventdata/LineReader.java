package io.entente.eventdata;

import java.util.Optional;

/** Reads the lines of one file. For one thread. */
interface LineReader {
    /**
     * What {@code line} says; empty if it is a header, or names no two actors.
     *
     * @throws MalformedLine if it cannot be used
     */
    Optional<EventRow> read(String line) throws MalformedLine;
}
