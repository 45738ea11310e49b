package io.entente.relation;

import java.time.Duration;

/**
 * How statements become events and relations.
 *
 * @param grace how much older than the watermark a statement may be and still count
 * @param joinWindow how much younger than an event's leading statement another one may be and still join it
 * @param copyBound least Jaccard coefficient of the word pairs of two copies, 0 to 1
 * @param reportBound how likely it must be that two reports in different words are about one act, 0 to 1
 * @param restateBound which part of the shorter sentence's content words two sentences of one article must share to say the same, 0 to 1
 * @param minConfidence statements of less confidence form no event, 0 to 1
 * @param cachedStatements how many statements are held ready for comparison; a busy pair of actors may take more by itself
 * @param cachedWindows how many relation windows are held ready
 * @param families which outlets are one source
 */
public record RelateSettings(
        Duration grace,
        Duration joinWindow,
        double copyBound,
        double reportBound,
        double restateBound,
        double minConfidence,
        int cachedStatements,
        int cachedWindows,
        OutletFamilies families) {

    /** As documented in docs/relations.md. */
    public static RelateSettings defaults() {
        return new RelateSettings(
                Duration.ofDays(3), Duration.ofDays(3), 0.5, 0.55, 0.6, 0.3, 50_000, 2_000, OutletFamilies.bundled());
    }

    /** The same with another grace. */
    public RelateSettings withGrace(Duration other) {
        return new RelateSettings(
                other,
                joinWindow,
                copyBound,
                reportBound,
                restateBound,
                minConfidence,
                cachedStatements,
                cachedWindows,
                families);
    }

    /** The same with another least confidence. */
    public RelateSettings withMinConfidence(double other) {
        return new RelateSettings(
                grace,
                joinWindow,
                copyBound,
                reportBound,
                restateBound,
                other,
                cachedStatements,
                cachedWindows,
                families);
    }

    /** The same with another list of families. */
    public RelateSettings withFamilies(OutletFamilies other) {
        return new RelateSettings(
                grace,
                joinWindow,
                copyBound,
                reportBound,
                restateBound,
                minConfidence,
                cachedStatements,
                cachedWindows,
                other);
    }
}
