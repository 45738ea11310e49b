package io.entente.alert;

import io.entente.alert.Simulation.Plan;
import io.entente.alert.Simulation.Rival;
import io.entente.alert.baseline.CountStream;
import io.entente.alert.baseline.PairStates;
import io.entente.alert.day.DayBook;
import io.entente.alert.day.DayView;
import io.entente.alert.day.EpochDays;
import io.entente.alert.day.PairName;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertKind;
import io.entente.avro.state.DirectionDay;
import io.entente.avro.state.PairDay;
import io.entente.avro.state.PairState;
import io.entente.avro.state.StoryEvent;
import io.entente.avro.state.TrackedAlert;
import io.entente.store.MemoryTables;
import io.entente.store.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One pair of a simulation, from its first day to its last. */
final class SimulatedPair {
    private static final int START = 19_000;
    private static final double UNLIKELY = 1e-4;
    private static final Set<String> TWO_FAMILIES = new TreeSet<>(Set.of("one", "two"));

    private final AlertPolicy policy;
    private final Plan plan;
    private final PairClosing closing;
    private final SimulatedStream forward;
    private final SimulatedStream backward;
    private final Table<TrackedAlert> tracks = new MemoryTables().table(AlertRows.table("simulated"));
    private final SimulationTally tally = new SimulationTally();
    private final Set<String> seen = new TreeSet<>();
    private final List<PairDay> days = new ArrayList<>();
    private final int[][] counts;
    private PairState state = PairStates.blank();
    private @Nullable Integer due;
    private boolean found;

    SimulatedPair(AlertPolicy policy, Plan plan, int number) {
        this.policy = policy;
        this.plan = plan;
        this.closing = new PairClosing(policy);
        SplittableRandom random = new SplittableRandom(plan.seed() * 1_000_003 + number);
        double dispersion = plan.dispersion() > 0 ? plan.dispersion() : 0.1 + 0.9 * random.nextDouble();
        this.forward = new SimulatedStream(random, plan.rate(), dispersion);
        this.backward = new SimulatedStream(random, plan.rate(), dispersion);
        this.counts = new int[2][plan.days()];
    }

    SimulationTally run() {
        for (int day = 0; day < plan.days(); day++) {
            step(day);
        }
        rivals(counts[0], true);
        rivals(counts[1], false);
        return tally;
    }

    private void step(int day) {
        int weekday = EpochDays.weekday(START + day);
        boolean surging = day >= plan.onset() && day < plan.onset() + plan.surgeDays();
        boolean shifted = day >= plan.onset();
        List<Integer> signs = SimulatedStream.signs();
        DirectionDay there = forward.day(weekday, surging ? plan.surge() : 1, shifted ? plan.toneShift() : 0, signs);
        DirectionDay back = backward.day(weekday, 1, 0, signs);
        counts[0][day] = there.getStories();
        counts[1][day] = back.getStories();
        days.add(new PairDay(there, back, 0, List.of(), List.of(), there.getConflict() + back.getConflict()));
        if (there.getStories() + back.getStories() == 0 && (due == null || START + day < due)) {
            return;
        }
        if (day >= Simulation.SETTLED && day < plan.onset()) {
            unlikely(day, there, true);
            unlikely(day, back, false);
        }
        AlertBoard desk = new AlertBoard(
                policy,
                PairName.of("AAA-BBB"),
                tracks,
                state.getAlerts(),
                state.getEpisode().orElse(null),
                state.getEpisodeDay());
        PairState next = closing.close(state, new Day(day, signs), START, desk);
        desk.publish(START + day, alert -> published(alert, day));
        state = PairStates.with(next, null, desk.slots());
        due = desk.due(START + day);
    }

    private void published(Alert alert, int day) {
        if (!seen.add(alert.getId())) {
            return;
        }
        boolean forwardSide = alert.getSource().map("AAA"::equals).orElse(false);
        if (day < plan.onset()) {
            if (day >= Simulation.SETTLED) {
                tally.falseAlert(alert.getKind());
            }
        } else if (forwardSide && sought(alert.getKind())) {
            tally.opened(alert.getKind());
            if (!found) {
                found = true;
                tally.found(day - plan.onset());
            }
        }
    }

    private boolean sought(AlertKind kind) {
        boolean colder = plan.toneShift() < 0 && kind == AlertKind.TENSION_SURGE;
        boolean warmer = plan.toneShift() > 0 && kind == AlertKind.THAW;
        boolean more = plan.surge() > 1 && (kind == AlertKind.VOLUME_SURGE || kind == AlertKind.TENSION_SURGE);
        return colder || warmer || more;
    }

    private void unlikely(int day, DirectionDay today, boolean there) {
        if (today.getStories() < 2 || state.getClosed().isEmpty()) {
            return;
        }
        var direction = (there ? state.getForward() : state.getBackward()).orElseThrow();
        int weekday = EpochDays.weekday(START + day);
        var volume = new CountStream(policy.counts(), direction.getVolume()).before(START + day);
        if (volume.day(weekday).atLeast(today.getStories()) <= UNLIKELY) {
            tally.unlikelyDay();
        }
    }

    private void rivals(int[] stories, boolean disturbed) {
        double[] smoothed = new double[stories.length];
        for (int day = 0; day < stories.length; day++) {
            smoothed[day] = Rival.smooth(day == 0 ? stories[0] : smoothed[day - 1], stories[day]);
        }
        for (Rival rival : Rival.values()) {
            double[] scores = new double[stories.length];
            for (int day = Simulation.SETTLED; day < stories.length; day++) {
                scores[day] = rival.score(stories, smoothed, day);
            }
            rival(rival, scores, disturbed);
        }
    }

    private void rival(Rival rival, double[] scores, boolean disturbed) {
        for (int day = Simulation.SETTLED; day < plan.onset(); day++) {
            for (int met = Rival.met(scores[day - 1]); met < Rival.met(scores[day]); met++) {
                tally.rivalOnset(rival, met);
            }
        }
        int reached = 0;
        int end = disturbed ? Math.min(scores.length, plan.onset() + plan.surgeDays()) : plan.onset();
        for (int day = plan.onset(); day < end; day++) {
            for (; reached < Rival.met(scores[day]); reached++) {
                tally.rivalFound(rival, reached, day - plan.onset());
            }
        }
    }

    /** A simulated day: two outlet families report everything, and there is no text to show. */
    private final class Day extends DayView {
        private final List<Integer> signs;

        Day(int number, List<Integer> signs) {
            super(PairName.of("AAA-BBB"), START + number, days.get(number));
            this.signs = signs;
        }

        @Override
        protected PairDay before(int back) {
            int number = day - START - back;
            return number < 0 ? DayBook.EMPTY : days.get(number);
        }

        @Override
        public Instant at() {
            return EpochDays.start(day);
        }

        @Override
        public List<Integer> signs() {
            return signs;
        }

        @Override
        public boolean deed(boolean forward) {
            return direction(forward).getConflict() > 0;
        }

        @Override
        public Set<String> families(int back, Predicate<StoryEvent> which) {
            return TWO_FAMILIES;
        }

        @Override
        public Supplier<List<AlertEvidence>> evidence(int back, Predicate<StoryEvent> which) {
            return List::of;
        }

        @Override
        public Predicate<StoryEvent> contacts() {
            return event -> false;
        }

        @Override
        @Nullable
        public AlertEvidence evidence(String eventId) {
            return null;
        }
    }
}
