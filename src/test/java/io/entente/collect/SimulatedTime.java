package io.entente.collect;

import io.entente.collect.web.WebTime;
import java.time.Instant;

/** Time that stands still while requests are under way, and else goes on to whatever is due next. */
public final class SimulatedTime implements WebTime {
    private volatile Instant now;
    private Instant end = Instant.MAX;
    private Runnable atEnd = () -> {};

    public SimulatedTime(Instant now) {
        this.now = now;
    }

    /** Calls {@code then} when nothing is due before {@code time}. */
    public void until(Instant time, Runnable then) {
        end = time;
        atEnd = then;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void await(Object monitor, Instant until, boolean busy) throws InterruptedException {
        if (busy) {
            monitor.wait();
        } else if (until.isAfter(end)) {
            now = end;
            atEnd.run();
        } else {
            now = until;
        }
    }
}
