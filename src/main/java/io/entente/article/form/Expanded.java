package io.entente.article.form;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What comes out of a compressed stream, which may grow by no more than text does: more is a bomb. For one thread. */
final class Expanded extends FilterInputStream {
    /** Text grows five to ten times, the same lines over and over a hundred times, a bomb a thousand times. */
    private static final long FACTOR = 300;
    /** So much may come out of anything. */
    private static final long FREE = 16L << 20;

    private final Counted source;
    private long bytes;
    private @Nullable IOException failure;

    /**
     * @param expanded the stream that expands
     * @param source what it expands
     */
    Expanded(InputStream expanded, Counted source) {
        super(expanded);
        this.source = source;
    }

    /** Counts what is read of a stream. It says that there is more until its end is read: of several parts none is left out on a slow pipe. */
    static final class Counted extends FilterInputStream {
        private long bytes;
        private boolean ended;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            bytes += b < 0 ? 0 : 1;
            ended |= b < 0;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            bytes += Math.max(0, n);
            ended |= n < 0;
            return n;
        }

        @Override
        public int available() {
            return ended ? 0 : 1;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Ends where the data cannot be expanded any more, so that what came before can be read; {@link #requireWhole} says so. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (failure != null) {
            return -1;
        }
        try {
            int n = in.read(buffer, offset, length);
            count(Math.max(0, n));
            return n;
        } catch (IOException e) {
            failure = e;
            return -1;
        }
    }

    /** @throws IOException if it ended early */
    void requireWhole() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    private void count(int n) throws IOException {
        bytes += n;
        if (bytes > FREE && bytes / FACTOR > source.bytes) {
            throw new IOException("it grows more than " + FACTOR + " times when it is unpacked, as no text does");
        }
    }
}
