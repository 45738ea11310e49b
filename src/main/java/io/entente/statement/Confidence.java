package io.entente.statement;

import io.entente.avro.Status;

/** How likely a statement is to be right, given the rule that found it. */
final class Confidence {
    private Confidence() {}

    static double calibrated(Draft draft) {
        double mentions = Math.min(
                draft.source().mention().confidence(), draft.target().mention().confidence());
        double value = draft.confidence() * (0.7 + 0.3 * mentions);
        value = draft.status() == Status.ASSERTED ? value : value * 0.9;
        return Math.round(value * 1000) / 1000.0;
    }
}
