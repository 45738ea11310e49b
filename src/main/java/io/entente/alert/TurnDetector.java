package io.entente.alert;

import io.entente.alert.baseline.Turns;
import io.entente.alert.day.DayView;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** THAW of a pair as a whole: its last stories are friendly where its history was hostile. */
final class TurnDetector {
    static final Slot SLOT = new Slot(AlertKind.THAW, Slot.Side.PAIR);
    private static final int WINDOW = 3;

    private final AlertPolicy policy;

    TurnDetector(AlertPolicy policy) {
        this.policy = policy;
    }

    /** Takes the day's stories; a finding where they complete a turn, null otherwise. */
    @Nullable
    Finding find(DayView view, Turns turns, AlertBoard desk, boolean warm) {
        boolean positive = false;
        for (int sign : view.signs()) {
            if (sign != 0) {
                turns.story(view.day, sign);
                positive = sign > 0;
            }
        }
        AlertDraft open = desk.open(SLOT);
        if (open != null && positive) {
            open.renew(view.day);
        }
        if (open != null || !positive || !warm || !turns.turned(view.day)) {
            return null;
        }
        turns.alerted(view.day);
        Set<String> families = view.families(WINDOW, event -> event.getSentiment() > 0);
        return Finding.of(
                SLOT,
                new Finding.Level(Severity.INFO, false, false),
                families,
                view.evidence(WINDOW, event -> event.getSentiment() > 0));
    }

    /** Whether the day has brought a hostile story. */
    boolean relapse(DayView view) {
        return view.signs().contains(-1);
    }

    boolean quiet(AlertDraft track, int day) {
        return track.quietDays(day) >= policy.turn().quietDays();
    }
}
