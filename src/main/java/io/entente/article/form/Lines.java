package io.entente.article.form;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The lines of an input, of which none takes more memory than there is. For one thread. */
final class Lines {
    /** The longest line, in characters. */
    static final int LONGEST = 16 << 20;

    private final BufferedReader reader;
    private final StringBuilder line = new StringBuilder();
    private long number;
    private boolean cut;

    Lines(BufferedReader reader) {
        this.reader = reader;
    }

    /** The next line, cut off where it is too long; null at the end. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        cut = false;
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        number++;
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() < LONGEST) {
                line.append((char) c);
            } else {
                cut = true;
            }
        }
        return line.toString();
    }

    /** Of the last line, from 1. */
    long number() {
        return number;
    }

    /** Whether the last line was too long. */
    boolean cut() {
        return cut;
    }
}
