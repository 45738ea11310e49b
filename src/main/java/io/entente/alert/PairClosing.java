package io.entente.alert;

import io.entente.alert.baseline.Direction;
import io.entente.alert.baseline.Escalation;
import io.entente.alert.baseline.Hostility;
import io.entente.alert.baseline.Turns;
import io.entente.alert.day.DayView;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertKind;
import io.entente.avro.state.ContactState;
import io.entente.avro.state.DirectionDay;
import io.entente.avro.state.PairState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Closes the days of a pair, one after the other: detectors report, alerts are resolved, baselines learn. Days that are still open are closed
 * on trial by the same steps, as far as these are monotone: what that raises is provisional.
 */
final class PairClosing {
    private static final Set<AlertKind> ABSORBING =
            Set.of(AlertKind.TENSION_SURGE, AlertKind.THAW, AlertKind.SEVERE_EVENT, AlertKind.BREAKTHROUGH);

    private final AlertPolicy policy;
    private final CountDetector volume;
    private final CountDetector tension;
    private final ToneDetector tone;
    private final SevereDetector severe;
    private final ContactDetector contact;
    private final TurnDetector turn;
    private final BreakthroughDetector breakthrough;
    private final EscalationDetector escalation;
    private final Resolution resolution;

    PairClosing(AlertPolicy policy) {
        this.policy = policy;
        this.volume = CountDetector.volume(policy);
        this.tension = CountDetector.tension(policy);
        this.tone = new ToneDetector(policy);
        this.severe = new SevereDetector(policy);
        this.contact = new ContactDetector(policy);
        this.turn = new TurnDetector(policy);
        this.breakthrough = new BreakthroughDetector(policy);
        this.escalation = new EscalationDetector(policy);
        this.resolution = new Resolution(policy, tone, turn);
    }

    /** A pair's baselines while its days are being closed. */
    private final class Working {
        final Direction forward;
        final Direction backward;
        final Turns turns;
        final Hostility hostility;
        final Escalation escalation;

        @Nullable
        ContactState contact;

        Working(PairState state, int day, int feedStart) {
            int closed = state.getClosed().orElse(day - 1);
            int unseen = Math.max(0, day - feedStart);
            this.forward = new Direction(
                    policy,
                    true,
                    state.getForward().orElseGet(() -> Direction.unseen(policy, unseen, day - 1)),
                    closed);
            this.backward = new Direction(
                    policy,
                    false,
                    state.getBackward().orElseGet(() -> Direction.unseen(policy, unseen, day - 1)),
                    closed);
            this.turns = Turns.of(policy, state.getTurn());
            this.hostility = Hostility.of(policy, state.getBreakthrough().orElse(null));
            this.escalation = Escalation.of(policy, state.getEscalation().orElse(null), feedStart);
            this.contact = state.getContact().orElse(null);
        }

        void moveTo(int day) {
            directions().forEach(direction -> direction.moveTo(day));
            hostility.moveTo(day);
        }

        List<Direction> directions() {
            return List.of(forward, backward);
        }
    }

    /** Closes a day, the next one of the pair that has stories or open alerts; the days before it are empty. */
    PairState close(PairState state, DayView view, int feedStart, AlertBoard desk) {
        int day = view.day;
        Working working = new Working(state, day, feedStart);
        int age = day - feedStart;
        working.moveTo(day);
        detect(view, working, desk, age);
        weighTone(view, working, desk, age);
        report(turn.find(view, working.turns, desk, age >= policy.warmUpDays()), view, desk);
        detectVolume(view, working, desk, age);
        resolution.close(view, working.forward, working.backward, desk);
        learn(view, working, desk, age);
        desk.settle(day);
        return new PairState(
                day,
                state.getDue().orElse(null),
                working.forward.state(),
                working.backward.state(),
                working.turns.state(),
                working.contact,
                working.hostility.state(),
                working.escalation.state(),
                state.getDays(),
                desk.slots(),
                desk.episode(),
                desk.episodeDay());
    }

    /** Closes the open days on trial, in order. */
    void attempt(PairState state, List<DayView> openDays, int feedStart, AlertBoard desk) {
        if (openDays.isEmpty()) {
            return;
        }
        Working working = new Working(state, openDays.get(0).day, feedStart);
        for (int i = 0; i < openDays.size(); i++) {
            DayView view = openDays.get(i);
            int age = view.day - feedStart;
            working.moveTo(view.day);
            detect(view, working, desk, age);
            detectVolume(view, working, desk, age);
            if (i < openDays.size() - 1) {
                learn(view, working, desk, age);
            }
        }
    }

    private void detect(DayView view, Working working, AlertBoard desk, int age) {
        for (Direction direction : working.directions()) {
            report(severe.find(view, direction, working.hostility, desk, age), view, desk);
            if (age >= policy.warmUpDays()) {
                report(tension.find(view, direction), view, desk);
            }
        }
        report(escalation.find(view, working.escalation, desk, age >= policy.warmUpDays()), view, desk);
        report(breakthrough.find(view, working.hostility, desk, age), view, desk);
        report(contact.find(view, working.contact, working.hostility, desk, age), view, desk);
    }

    private void detectVolume(DayView view, Working working, AlertBoard desk, int age) {
        if (age < policy.warmUpDays() || desk.isOpen(ABSORBING)) {
            return;
        }
        for (Direction direction : working.directions()) {
            report(volume.find(view, direction), view, desk);
        }
    }

    private void weighTone(DayView view, Working working, AlertBoard desk, int age) {
        for (Direction direction : working.directions()) {
            DirectionDay day = view.direction(direction.forward);
            if (day.getStories() == 0) {
                direction.tone.closeEmpty(1);
                continue;
            }
            direction.tone.weigh(day.getStories(), ToneDetector.now(day));
            if (age >= policy.warmUpDays()) {
                report(tone.colder(view, direction), view, desk);
                report(tone.warmer(view, direction), view, desk);
            }
        }
    }

    private void learn(DayView view, Working working, AlertBoard desk, int age) {
        boolean settling = age < policy.warmUpDays();
        for (Direction direction : working.directions()) {
            Slot.Side side = Slot.Side.of(direction.forward);
            DirectionDay day = view.direction(direction.forward);
            boolean tense = desk.isOpen(AlertKind.TENSION_SURGE, side);
            direction.volume.close(view.day, day.getStories(), settling, desk.isOpen(AlertKind.VOLUME_SURGE, side));
            direction.conflict.close(view.day, day.getConflict(), settling, tense);
            if (day.getStories() > 0) {
                boolean open = tense || desk.isOpen(AlertKind.THAW, side);
                direction.tone.learn(day.getStories(), ToneDetector.now(day), open);
            }
            Map<String, Integer> severeStories = SevereDetector.stories(view, direction.forward);
            direction.rates.close(severeStories, age, desk.isOpen(AlertKind.SEVERE_EVENT, side));
        }
        List<Integer> signs = view.signs();
        working.hostility.learn(signs, BreakthroughDetector.classes(view), age);
        working.contact = ContactDetector.learn(working.contact, view.day, signs.size(), view.counts.getContacts());
    }

    private static void report(@Nullable Finding finding, DayView view, AlertBoard desk) {
        if (finding != null) {
            desk.report(finding, view.day, view.at());
        }
    }

    /** The kinds in whose presence a surge in volume is not news. */
    static Set<AlertKind> absorbing() {
        return ABSORBING;
    }
}
