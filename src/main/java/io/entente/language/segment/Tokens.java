package io.entente.language.segment;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;

/** The tokens of a stretch of a text: an immutable view of an array that many stretches share, so that none is copied. */
public final class Tokens extends AbstractList<Token> implements RandomAccess {
    private final Token[] all;
    private final int from;
    private final int size;

    private Tokens(Token[] all, int from, int size) {
        this.all = all;
        this.from = from;
        this.size = size;
    }

    /** The first {@code size} of {@code all}, which nobody changes any more. */
    static Tokens of(Token[] all, int size) {
        return new Tokens(all, 0, size);
    }

    static Tokens copyOf(Collection<Token> tokens) {
        return tokens instanceof Tokens same ? same : of(tokens.toArray(new Token[0]), tokens.size());
    }

    @Override
    public Token get(int i) {
        if (i < 0 || i >= size) {
            throw new IndexOutOfBoundsException(i + " of " + size + " tokens");
        }
        return all[from + i];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Tokens subList(int first, int last) {
        if (first < 0 || last > size || first > last) {
            throw new IndexOutOfBoundsException(first + " to " + last + " of " + size + " tokens");
        }
        return new Tokens(all, from + first, last - first);
    }

    @Override
    public Iterator<Token> iterator() {
        return new Iterator<>() {
            private int next = from;

            @Override
            public boolean hasNext() {
                return next < from + size;
            }

            @Override
            public Token next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return all[next++];
            }
        };
    }
}
