package io.entente.article.form;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of a compressed stream, which may grow by no more than text does: more is a bomb. For one thread. */
final class Expanded extends FilterInputStream {
    /** Text grows five to ten times, the same lines over and over a hundred times, a bomb a thousand times. */
    private static final long FACTOR = 300;
    /** So much may come out of anything. */
    private static final long FREE = 16L << 20;

    private final Counted source;
    private long bytes;

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
        int b = in.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int n) throws IOException {
        bytes += n;
        if (bytes > FREE && bytes / FACTOR > source.bytes) {
            throw new IOException("it grows more than " + FACTOR + " times when it is unpacked, as no text does");
        }
    }
}
