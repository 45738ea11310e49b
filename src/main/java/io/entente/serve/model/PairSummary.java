package io.entente.serve.model;

import io.entente.relation.Pair;
import io.entente.relation.Tension;
import org.jspecify.annotations.Nullable;

/**
 * A pair over some days and the days before.
 *
 * @param pair both actors
 * @param forward from the first toward the second
 * @param backward from the second toward the first
 * @param forwardBefore the same over as many days before
 * @param backwardBefore the same over as many days before
 * @param lastEventAt event time of its latest event, epoch milliseconds
 */
public record PairSummary(
        Pair pair,
        DirectionSummary forward,
        DirectionSummary backward,
        DirectionSummary forwardBefore,
        DirectionSummary backwardBefore,
        long lastEventAt) {
    private static final double MICRO = 1e6;

    /** Events of both directions. */
    public int events() {
        return forward.events() + backward.events();
    }

    /** The same in the days before. */
    public int eventsBefore() {
        return forwardBefore.events() + backwardBefore.events();
    }

    /** Mean sentiment of both directions; null without events. */
    public @Nullable Double sentiment() {
        return forward.plus(backward).sentiment();
    }

    /** Tension index of the days together. */
    public double tension() {
        return tension(forward.plus(backward));
    }

    /** Tension index of the days before together. */
    public double tensionBefore() {
        return tension(forwardBefore.plus(backwardBefore));
    }

    /** How much the tension index rose, -200 to 200. */
    public double change() {
        return tension() - tensionBefore();
    }

    /** Whether there is a before to compare with. */
    public boolean hasHistory() {
        return eventsBefore() > 0;
    }

    /** How hard the change is to explain by chance: above zero where the pair became more hostile. See {@link Surprise}. */
    public double surprise() {
        return Surprise.of(forward.plus(backward), forwardBefore.plus(backwardBefore));
    }

    private static double tension(DirectionSummary totals) {
        return Tension.of(Math.round(totals.conflict() * MICRO), Math.round(totals.cooperation() * MICRO));
    }
}
