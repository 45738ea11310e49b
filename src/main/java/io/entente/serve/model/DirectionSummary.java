package io.entente.serve.model;

import org.jspecify.annotations.Nullable;

/**
 * What one actor said and did to the other over some days.
 *
 * @param events asserted and intended events
 * @param verbalCooperation events of that quad class
 * @param materialCooperation events of that quad class
 * @param verbalConflict events of that quad class
 * @param materialConflict events of that quad class
 * @param reported events reported only inside an allegation, in none of the other numbers
 * @param sentimentSum of sentiment toward the other, -1 to 1 each
 * @param sentimentSquares of the same
 * @param cooperation sum of Goldstein intensities above zero
 * @param conflict sum of those below zero, without their sign
 */
public record DirectionSummary(
        int events,
        int verbalCooperation,
        int materialCooperation,
        int verbalConflict,
        int materialConflict,
        int reported,
        double sentimentSum,
        double sentimentSquares,
        double cooperation,
        double conflict) {
    static final DirectionSummary NONE = new DirectionSummary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final double NORMAL_95 = 1.96;
    private static final int LEAST_FOR_INTERVAL = 3;
    /** Sentiments are kept in ten-thousandths: less is rounding. */
    private static final double LEAST_VARIANCE = 1e-6;

    /** Events of no quad class. */
    public int neutral() {
        return events - verbalCooperation - materialCooperation - verbalConflict - materialConflict;
    }

    /** Mean sentiment; null without events. */
    public @Nullable Double sentiment() {
        return events == 0 ? null : sentimentSum / events;
    }

    /** Half the width of the mean's 95 % interval, normal approximation; null where there is no spread to judge by: below three events, or when all are alike. */
    public @Nullable Double margin() {
        if (events < LEAST_FOR_INTERVAL) {
            return null;
        }
        double mean = sentimentSum / events;
        double variance = Math.max(0, sentimentSquares - events * mean * mean) / (events - 1);
        return variance < LEAST_VARIANCE ? null : Double.valueOf(NORMAL_95 * Math.sqrt(variance / events));
    }

    DirectionSummary plus(DirectionSummary other) {
        return new DirectionSummary(
                events + other.events,
                verbalCooperation + other.verbalCooperation,
                materialCooperation + other.materialCooperation,
                verbalConflict + other.verbalConflict,
                materialConflict + other.materialConflict,
                reported + other.reported,
                sentimentSum + other.sentimentSum,
                sentimentSquares + other.sentimentSquares,
                cooperation + other.cooperation,
                conflict + other.conflict);
    }
}
