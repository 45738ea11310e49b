package io.entente.relation;

import org.jspecify.annotations.Nullable;

/** The earlier report that a report is most like; of several the earliest. */
final class Match {
    @Nullable
    private Report nearest;

    private double likeness;

    @Nullable
    Report nearest() {
        return nearest;
    }

    double likeness() {
        return likeness;
    }

    /** Whether {@code other} would be the match if it were a copy: no likeness is greater. */
    boolean couldBe(Report other) {
        return likeness < SameAct.COPY || (nearest != null && other.before(nearest));
    }

    void offer(Report other, double how) {
        if (how > likeness || (how > 0 && how == likeness && nearest != null && other.before(nearest))) {
            nearest = other;
            likeness = how;
        }
    }
}
