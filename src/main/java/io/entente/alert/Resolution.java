package io.entente.alert;

import io.entente.alert.baseline.CountBaseline;
import io.entente.alert.baseline.CountStream;
import io.entente.alert.baseline.Direction;
import io.entente.alert.baseline.Expectation;
import io.entente.alert.baseline.FollowedCount;
import io.entente.alert.baseline.ToneBaseline;
import io.entente.alert.day.DayView;
import io.entente.alert.day.EpochDays;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertKind;
import io.entente.avro.state.DirectionDay;
import java.util.Map;

/** Ends alerts at the closing of a day: in calm, in silence, absorbed by a stronger one, or as the new normal. */
final class Resolution {
    static final String CALM = "calm";
    static final String QUIET = "no further event";
    static final String NEW_NORMAL = "new normal";
    static final String RELAPSE = "hostile again";
    static final String ABSORBED = "absorbed";

    private final AlertPolicy policy;
    private final ToneDetector tone;
    private final TurnDetector turn;

    Resolution(AlertPolicy policy, ToneDetector tone, TurnDetector turn) {
        this.policy = policy;
        this.tone = tone;
        this.turn = turn;
    }

    void close(DayView view, Direction forward, Direction backward, AlertBoard desk) {
        for (Map.Entry<Slot, AlertDraft> entry : desk.open().entrySet()) {
            Slot slot = entry.getKey();
            AlertDraft track = entry.getValue();
            switch (slot.kind()) {
                case VOLUME_SURGE, TENSION_SURGE, THAW -> {
                    if (slot.equals(TurnDetector.SLOT)) {
                        turn(view, slot, track, desk);
                    } else if (slot.equals(EscalationDetector.SLOT)) {
                        quiet(view, slot, track, policy.escalation().quietDays(), desk);
                    } else {
                        direction(view, slot, track, slot.side() == Slot.Side.FORWARD ? forward : backward, desk);
                    }
                }
                case SEVERE_EVENT -> quiet(view, slot, track, policy.severe().quietDays(), desk);
                case BREAKTHROUGH ->
                    quiet(view, slot, track, policy.breakthrough().quietDays(), desk);
                case FIRST_CONTACT, RENEWED_CONTACT ->
                    quiet(view, slot, track, policy.contact().quietDays(), desk);
                default -> throw new IllegalStateException("no alert of a pair: " + slot);
            }
        }
    }

    private void direction(DayView view, Slot slot, AlertDraft track, Direction direction, AlertBoard desk) {
        boolean conflict = slot.kind() == AlertKind.TENSION_SURGE;
        DirectionDay day = view.direction(direction.forward);
        int stories = conflict ? day.getConflict() : day.getStories();
        CountStream stream = conflict ? direction.conflict : direction.volume;
        count(policy, track, stream.before(view.day), view.day, stories, false);
        if (day.getStories() > 0) {
            track.addTone(ToneDetector.now(day), ToneBaseline.weight(day.getStories()));
        }
        if (slot.kind() == AlertKind.VOLUME_SURGE && desk.isOpen(PairClosing.absorbing())) {
            desk.end(slot, view.day, ABSORBED);
        } else if (track.age(view.day) >= policy.newNormalDays()) {
            stream.settle(view.day, track.count().mean());
            Double normal = track.meanTone();
            if (slot.kind() != AlertKind.VOLUME_SURGE && normal != null) {
                direction.tone.settle(normal);
            }
            desk.end(slot, view.day, NEW_NORMAL);
        } else if (calm(track) && (!track.isByTone() || tone.calm(slot.kind(), direction))) {
            if (track.isByTone()) {
                direction.tone.forget();
            }
            desk.end(slot, view.day, CALM);
        }
    }

    /** Follows the count of an open alert (on too few, with {@code drop}): whether the day was calm, and what is perhaps becoming normal. */
    static void count(
            AlertPolicy policy, AlertDraft track, CountBaseline baseline, int day, int stories, boolean drop) {
        Expectation expected = baseline.day(EpochDays.weekday(day));
        FollowedCount count = track.count();
        count.add(stories, baseline.weekdayFactor(EpochDays.weekday(day)));
        if (day == track.opened()) {
            count.need(
                    expected.mean() < 1
                            ? policy.counts().calmDaysSparse()
                            : policy.counts().calmDays());
        } else {
            double tail = drop ? expected.atMost(stories) : expected.atLeast(stories);
            count.judge(tail >= policy.counts().calm());
        }
    }

    private static boolean calm(AlertDraft track) {
        return !track.isByCount() || track.count().isCalm();
    }

    private void turn(DayView view, Slot slot, AlertDraft track, AlertBoard desk) {
        if (track.age(view.day) > 0 && turn.relapse(view)) {
            desk.end(slot, view.day, RELAPSE);
        } else if (turn.quiet(track, view.day)) {
            desk.end(slot, view.day, QUIET);
        } else if (track.age(view.day) >= policy.newNormalDays()) {
            desk.end(slot, view.day, NEW_NORMAL);
        }
    }

    private void quiet(DayView view, Slot slot, AlertDraft track, int days, AlertBoard desk) {
        if (track.quietDays(view.day) >= days) {
            desk.end(slot, view.day, QUIET);
        } else if (track.age(view.day) >= policy.newNormalDays()) {
            desk.end(slot, view.day, NEW_NORMAL);
        }
    }
}
