package io.entente.alert;

import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * ALERT on streams whose truth is known: how often it raises a false alert, and how fast it finds a surge, beside three usual rules. Days are made
 * as counts of stories and closed by the very code that closes real days. The same plan gives the same figures.
 */
public final class Simulation {
    /** False alerts are counted from this day, when every rule has a baseline. */
    static final int SETTLED = 28;

    /**
     * What to simulate.
     *
     * @param pairs pairs, each with two directions
     * @param rate mean articles a day in a direction
     * @param dispersion overdispersion (variance = m + d m²); 0 spreads it over the pairs from 0.1 to 1
     * @param days length of the feed in days
     * @param seed of the random numbers
     * @param surge factor by which the forward direction's articles rise; 1 for no surge
     * @param surgeDays for how long they do
     * @param toneShift change of the forward direction's mean sentiment from the same day on; 0 for none
     */
    public record Plan(
            int pairs,
            double rate,
            double dispersion,
            int days,
            long seed,
            double surge,
            int surgeDays,
            double toneShift) {
        public Plan {
            require(pairs >= 1, "pairs must be at least 1");
            require(rate > 0 && rate <= 10_000, "rate must be above 0 and at most 10000 articles a day");
            require(dispersion >= 0 && dispersion <= 6, "dispersion must be between 0 and 6");
            require(days >= 60, "days must be at least 60");
            require(surge >= 1, "surge must be at least 1");
            require(
                    surgeDays >= 1 && surgeDays < days - 40,
                    "surge days must be at least 1 and leave 40 days before them");
            require(toneShift >= -1 && toneShift <= 1, "tone shift must be between -1 and 1");
        }

        private static void require(boolean condition, String message) {
            if (!condition) {
                throw new IllegalArgumentException(message);
            }
        }

        boolean disturbed() {
            return surge > 1 || toneShift != 0;
        }

        /** First day of the disturbance, the feed's length if there is none. */
        int onset() {
            return disturbed() ? days - surgeDays - 7 : days;
        }
    }

    /** What a rule did over all pairs. */
    public record Score(double falseOnsets, double found, double delay) {}

    /**
     * What came out.
     *
     * @param directionYears exposure before the disturbance, in direction-years from day {@value #SETTLED}
     * @param kinds false onsets a direction-year by kind of alert
     * @param entente false onsets a direction-year of all kinds; share of disturbances found and mean days to it (0 for the same day)
     * @param tensions TENSION_SURGE alerts that a disturbed direction opens on average
     * @param unlikely days a direction-year with a tail of 1e-4 or less
     * @param rivals the usual rules at their usual threshold of 3
     * @param matched the same at the threshold at which they raise no more false alerts than Entente
     */
    public record Result(
            Plan plan,
            double directionYears,
            Map<String, Double> kinds,
            Score entente,
            double tensions,
            double unlikely,
            Map<Rival, Score> rivals,
            Map<Rival, Score> matched) {}

    private final AlertPolicy policy;

    /** Simulations under {@code policy}. */
    public Simulation(AlertPolicy policy) {
        this.policy = policy;
    }

    /** Runs {@code plan}; {@code progress} hears of each pair that is done, from several threads. */
    public Result run(Plan plan, IntConsumer progress) {
        SimulationTally total = IntStream.range(0, plan.pairs())
                .parallel()
                .mapToObj(number -> {
                    SimulationTally tally = new SimulatedPair(policy, plan, number).run();
                    progress.accept(number);
                    return tally;
                })
                .reduce(new SimulationTally(), SimulationTally::plus);
        return result(plan, total);
    }

    private static Result result(Plan plan, SimulationTally tally) {
        double years = 2.0 * plan.pairs() * (plan.onset() - SETTLED) / 365;
        double onsets = tally.onsets() / years;
        Map<Rival, Score> rivals = new EnumMap<>(Rival.class);
        Map<Rival, Score> matched = new EnumMap<>(Rival.class);
        for (Rival rival : Rival.values()) {
            rivals.put(rival, score(plan, tally, rival, 0, years));
            int index = 0;
            while (index < Rival.THRESHOLDS - 1 && tally.rivalOnsets(rival, index) / years > onsets) {
                index++;
            }
            matched.put(rival, score(plan, tally, rival, index, years));
        }
        Map<String, Double> kinds = new TreeMap<>();
        tally.kinds().forEach((kind, count) -> kinds.put(kind.name(), count / years));
        double tensions = (double) tally.opened(Set.of(AlertKind.TENSION_SURGE)) / plan.pairs();
        Score entente = new Score(onsets, tally.found() / plan.pairs(), tally.delay());
        return new Result(plan, years, kinds, entente, tensions, tally.unlikely() / years, rivals, matched);
    }

    private static Score score(Plan plan, SimulationTally tally, Rival rival, int index, double years) {
        return new Score(
                tally.rivalOnsets(rival, index) / years,
                tally.rivalFound(rival, index) / (double) plan.pairs(),
                tally.rivalDelay(rival, index));
    }

    /** Usual rules, each with a score that is compared with a threshold. */
    public enum Rival {
        /** CDC's EARS C2: seven days, two days back. */
        EARS_C2("EARS C2"),
        /** Mean and standard deviation of 28 days. */
        Z28("28-day z"),
        /** Exponentially weighted moving average (0.3) against the 28 days before it. */
        EWMA("EWMA");

        static final int THRESHOLDS = 120;
        private static final double STEP = 0.5;
        private static final double USUAL = 3;
        private static final double LEAST_DEVIATION = 0.2;
        private static final double SMOOTHING = 0.3;

        private final String label;

        Rival(String label) {
            this.label = label;
        }

        /** Its name for people. */
        public String label() {
            return label;
        }

        /** How many of the thresholds 3, 3.5, 4, … a score meets. */
        static int met(double score) {
            return score < USUAL ? 0 : Math.min(THRESHOLDS, 1 + (int) ((score - USUAL) / STEP));
        }

        /** Score of day {@code today} of {@code counts}, of which at least 28 days come before it. */
        double score(int[] counts, double[] smoothed, int today) {
            return switch (this) {
                case EARS_C2 -> standardised(counts, today - 9, today - 2, counts[today], 1);
                case Z28 -> standardised(counts, today - 28, today, counts[today], 1);
                case EWMA ->
                    standardised(counts, today - 28, today, smoothed[today], Math.sqrt(SMOOTHING / (2 - SMOOTHING)));
            };
        }

        static double smooth(double before, int count) {
            return SMOOTHING * count + (1 - SMOOTHING) * before;
        }

        private static double standardised(int[] counts, int from, int to, double value, double narrowed) {
            double sum = 0;
            for (int day = from; day < to; day++) {
                sum += counts[day];
            }
            double mean = sum / (to - from);
            double squares = 0;
            for (int day = from; day < to; day++) {
                squares += (counts[day] - mean) * (counts[day] - mean);
            }
            double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(squares / (to - from - 1)) * narrowed);
            return (value - mean) / deviation;
        }
    }
}
