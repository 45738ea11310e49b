package io.entente.alert;

import io.entente.alert.baseline.Expectation;
import io.entente.avro.AlertEvidence;
import io.entente.avro.Severity;
import io.entente.avro.state.SeverePoint;
import io.entente.avro.state.SevereRate;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a detector has found for a slot on a day.
 *
 * @param slot what it is about
 * @param level severity that it has and whether a single source kept it from a higher one
 * @param count the numbers of a count detector; null for others
 * @param tone those of the tone detector; null for others
 * @param severe what a severe event leaves in its alert; null for other kinds
 * @param others of a first contact, the stories about the pair before it; null for other kinds
 * @param families outlet families among the stories counted
 * @param evidence the strongest events, looked up only where they are shown
 */
record Finding(
        Slot slot,
        Level level,
        @Nullable Count count,
        @Nullable Tone tone,
        @Nullable Severe severe,
        @Nullable Integer others,
        Collection<String> families,
        Supplier<List<AlertEvidence>> evidence) {

    /** Severity, and what kept it from a higher one: a single outlet family, or a feed too young to tell. */
    record Level(Severity severity, boolean singleSource, boolean youngFeed) {
        static final Level OF_YOUNG_FEED = new Level(Severity.INFO, false, true);

        /** {@code wanted} if enough outlet families support it; otherwise, from WARNING, one level lower. */
        static Level of(Severity wanted, int families, int needed) {
            return wanted == Severity.INFO || families >= needed
                    ? new Level(wanted, false, false)
                    : new Level(Severity.values()[wanted.ordinal() - 1], true, false);
        }
    }

    /** Stories observed in a window of days that ends with the day, and what was expected; {@code dayMean} is that of the day alone. */
    record Count(int days, int observed, Expectation expected, double p, double dayMean) {}

    /** Evidence of a change (a logarithm), mean sentiment before and on the day. */
    record Tone(double evidence, double before, double now) {}

    /** The severe events of the alert and the rates in force. */
    record Severe(List<SeverePoint> points, List<SevereRate> rates) {}

    static Finding ofCount(
            Slot slot, Level level, Count count, Collection<String> families, Supplier<List<AlertEvidence>> evidence) {
        return new Finding(slot, level, count, null, null, null, families, evidence);
    }

    static Finding ofTone(
            Slot slot, Level level, Tone tone, Collection<String> families, Supplier<List<AlertEvidence>> evidence) {
        return new Finding(slot, level, null, tone, null, null, families, evidence);
    }

    static Finding ofSevere(
            Slot slot,
            Level level,
            Severe severe,
            Collection<String> families,
            Supplier<List<AlertEvidence>> evidence) {
        return new Finding(slot, level, null, null, severe, null, families, evidence);
    }

    static Finding ofContact(
            Slot slot, Level level, int others, Collection<String> families, Supplier<List<AlertEvidence>> evidence) {
        return new Finding(slot, level, null, null, null, others, families, evidence);
    }

    static Finding of(Slot slot, Level level, Collection<String> families, Supplier<List<AlertEvidence>> evidence) {
        return new Finding(slot, level, null, null, null, null, families, evidence);
    }
}
