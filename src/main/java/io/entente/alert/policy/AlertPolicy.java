package io.entente.alert.policy;

import io.entente.avro.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an alert is raised: {@code config/alerts.yaml}, read by {@link AlertPolicies}. The file explains each value; the units are those of
 * its names. Immutable.
 *
 * @param closing when days close
 * @param warmUpDays days of the feed without statistical alerts
 * @param coolDownDays days after an alert's end without another of its kind
 * @param newNormalDays days after which an open alert ends as "new normal"
 * @param outletFamilies independent outlet families that WARNING needs
 * @param counts count detectors
 * @param tone tone detector
 * @param turn turns from hostile to friendly
 * @param contact first and renewed contacts
 * @param severe severe events
 * @param breakthrough acts that end or ease a quarrel
 * @param escalation crises that grow over weeks
 * @param feed the guard over the whole feed
 */
public record AlertPolicy(
        Closing closing,
        int warmUpDays,
        int coolDownDays,
        int newNormalDays,
        int outletFamilies,
        Counts counts,
        Tone tone,
        Turn turn,
        Contact contact,
        Severe severe,
        Breakthrough breakthrough,
        Escalation escalation,
        Feed feed) {

    /** How many hours after their end days close: {@code rebuildHours} while ALERT is rebuilt from compacted events. */
    public record Closing(int graceHours, int rebuildHours) {

        /** Whether the day of {@code eventTime} has closed when the watermark is {@code watermark}. */
        public boolean hasClosed(Instant eventTime, Instant watermark) {
            return eventTime
                    .truncatedTo(ChronoUnit.DAYS)
                    .isBefore(watermark.minus(Duration.ofHours(graceHours)).truncatedTo(ChronoUnit.DAYS));
        }
    }

    /** Count detectors: levels are tail probabilities; half-lives and calm days are in days. */
    public record Counts(
            double info,
            double warning,
            double critical,
            double ratio,
            int volumeStories,
            int tensionStories,
            double calm,
            int calmDays,
            int calmDaysSparse,
            double priorStories,
            double priorDays,
            double priorDispersion,
            double halfLife,
            double slowHalfLife) {

        /** The severity of a tail probability; null where it is not small enough. */
        @Nullable
        public Severity severity(double p) {
            if (p > info) {
                return null;
            }
            return p <= critical ? Severity.CRITICAL : p <= warning ? Severity.WARNING : Severity.INFO;
        }
    }

    /** Tone detector: levels are ratios of evidence, to 1. */
    public record Tone(double info, double warning, double critical) {

        /** The severity of the logarithm of a ratio of evidence; null where it is too small. */
        @Nullable
        public Severity severity(double logEvidence) {
            if (logEvidence < Math.log(info)) {
                return null;
            }
            return logEvidence >= Math.log(critical)
                    ? Severity.CRITICAL
                    : logEvidence >= Math.log(warning) ? Severity.WARNING : Severity.INFO;
        }
    }

    /** Turns from hostile to friendly. */
    public record Turn(
            int stories,
            int withinDays,
            double probability,
            int earlierAtLeast,
            int earlierAtMost,
            double memoryDays,
            int quietDays,
            int againDays) {}

    /** First and renewed contacts. */
    public record Contact(
            int earlierAtLeast,
            int gapDays,
            double gapRatio,
            int youngDays,
            int others,
            double silence,
            double storiesADay,
            int familyDays,
            int quietDays) {}

    /**
     * Severe events: {@code classes} gives the name of a severity, or NONE, by class, {@code ongoing} the rate from which a class is no news;
     * strangers are pairs that have hardly been in the news together.
     */
    public record Severe(
            Map<String, String> classes,
            double rareBelow,
            double commonFrom,
            Map<String, Double> ongoing,
            int strangersFrom,
            double strangersBelow,
            double strangersSure,
            int quietDays,
            double priorStories,
            double priorDays) {

        public Severe {
            classes = Map.copyOf(classes);
            ongoing = Map.copyOf(ongoing);
        }

        /** Highest severity of a class; empty for none. */
        public Optional<Severity> highest(@Nullable String severeClass) {
            return severity(classes, severeClass);
        }

        static final String NONE = "NONE";
    }

    /** Breakthroughs: {@code classes} as for severe events; {@code memoryDays} is the half-life of the pair's hostility. */
    public record Breakthrough(
            Map<String, String> classes,
            double rareBelow,
            double commonFrom,
            double hostileStories,
            double memoryDays,
            int quietDays,
            double priorStories,
            double priorDays) {

        public Breakthrough {
            classes = Map.copyOf(classes);
        }

        /** Highest severity of a class; empty for none. */
        public Optional<Severity> highest(@Nullable String name) {
            return severity(classes, name);
        }
    }

    /** Crises that grow over weeks: threats and hostile deeds of both sides in a window. */
    public record Escalation(
            int windowDays,
            int stories,
            int days,
            int spanDays,
            double expectedAtMost,
            double memoryDays,
            int answerDays,
            double answerExpectedAtMost,
            int quietDays) {}

    private static Optional<Severity> severity(Map<String, String> classes, @Nullable String of) {
        String name = of == null ? null : classes.get(of);
        return name == null || name.equals(Severe.NONE) ? Optional.empty() : Optional.of(Severity.valueOf(name));
    }

    /** The guard over the whole feed. */
    public record Feed(double dropExpected) {}
}
