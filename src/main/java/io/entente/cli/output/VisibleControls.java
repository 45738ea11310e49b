package io.entente.cli.output;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Shows control characters instead of sending them: text of articles, keys and messages is written by strangers, and a terminal obeys escape sequences. Line ends
 * and tabs pass; an escape character becomes {@code \u001b}. So do the characters that turn the direction of writing.
 */
public final class VisibleControls extends FilterWriter {
    private final boolean carriageReturns;

    /** @param carriageReturns whether a line may be written over, as progress is */
    public VisibleControls(Writer out, boolean carriageReturns) {
        super(out);
        this.carriageReturns = carriageReturns;
    }

    @Override
    public void write(int character) throws IOException {
        if (isHarmless((char) character)) {
            out.write(character);
        } else {
            out.write(String.format("\\u%04x", character));
        }
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        int begin = offset;
        for (int i = offset; i < offset + length; i++) {
            if (!isHarmless(text[i])) {
                out.write(text, begin, i - begin);
                write(text[i]);
                begin = i + 1;
            }
        }
        out.write(text, begin, offset + length - begin);
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        write(text.toCharArray(), offset, length);
    }

    private boolean isHarmless(char character) {
        return switch (character) {
            case '\n', '\t' -> true;
            case '\r' -> carriageReturns;
            default -> !Character.isISOControl(character) && !turns(character);
        };
    }

    /** Whether it is one of Unicode's embeddings, overrides and isolates. */
    private static boolean turns(char character) {
        return (character >= '\u202a' && character <= '\u202e') || (character >= '\u2066' && character <= '\u2069');
    }
}
