package io.entente.cli.output;

import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine.Help.Ansi;

/** Counts steps of long work on stderr: a line that is rewritten on a terminal, a line now and then elsewhere. */
public final class Progress {
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final PrintWriter err;
    private final String what;
    private final boolean terminal = Ansi.AUTO.enabled();
    private final long begin = System.nanoTime();
    private long last = begin;
    private long count;

    /** @param what is counted, such as "articles sent" */
    public Progress(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
    }

    /** One more. */
    public void step() {
        count++;
        long now = System.nanoTime();
        if (now - last >= (terminal ? ON_TERMINAL : ELSEWHERE).toNanos()) {
            last = now;
            show(terminal ? "\r" : "", terminal ? "" : System.lineSeparator());
        }
    }

    /** The last line, if any was shown. */
    public void end() {
        if (last != begin) {
            show(terminal ? "\r" : "", System.lineSeparator());
        }
    }

    private void show(String before, String after) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        err.print(before + String.format("%,d %s, %,.0f a second", count, what, count / seconds) + after);
        err.flush();
    }
}
