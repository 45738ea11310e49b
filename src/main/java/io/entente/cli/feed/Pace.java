package io.entente.cli.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Lets a feed go by faster than it was, but as it was: its days last a part of a second each, its pauses are pauses. For one thread. */
public final class Pace {
    /** A gap in the feed gives no reason to stare at a page on which nothing happens. */
    private static final Duration LONGEST = Duration.ofSeconds(3);
    /** How often an end that was asked for is looked for. */
    private static final Duration LOOK = Duration.ofMillis(100);

    private final double daysPerSecond;
    private final Sleeper sleeper;
    private @Nullable Instant last;

    /** Waits; {@link Thread#sleep(Duration)} of later Javas. */
    public interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /** @param daysPerSecond days of the feed in a second, above 0; infinite for no pace at all */
    public Pace(double daysPerSecond, Sleeper sleeper) {
        this.daysPerSecond = daysPerSecond;
        this.sleeper = sleeper;
    }

    /**
     * Waits until what was published at {@code time} is due: the time since the one before, made short.
     *
     * @param goOn asked now and then; waiting ends when it says no
     * @return what {@code goOn} says last
     */
    public boolean await(Instant time, BooleanSupplier goOn) throws InterruptedException {
        Instant before = last;
        last = before == null || time.isAfter(before) ? time : before;
        Duration rest =
                before == null || !time.isAfter(before) ? Duration.ZERO : shortened(Duration.between(before, time));
        while (goOn.getAsBoolean() && !rest.isZero()) {
            Duration step = rest.compareTo(LOOK) < 0 ? rest : LOOK;
            sleeper.sleep(step);
            rest = rest.minus(step);
        }
        return goOn.getAsBoolean();
    }

    private Duration shortened(Duration gap) {
        double days = gap.toMillis() / (double) Duration.ofDays(1).toMillis();
        double millis = Math.min((double) LONGEST.toMillis(), days / daysPerSecond * 1000);
        return Duration.ofMillis(Math.round(millis));
    }
}
