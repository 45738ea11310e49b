package io.entente.alert;

import io.entente.alert.baseline.Direction;
import io.entente.alert.day.DayView;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import io.entente.avro.state.DirectionDay;
import io.entente.avro.state.StoryEvent;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** TENSION_SURGE and THAW by tone: a direction's sentiment toward its target has changed for the worse, or out of hostility for the better. */
final class ToneDetector {
    /** Evidence gathers over days: what is shown is the strongest of the last three. */
    private static final int WINDOW = 3;

    private static final double MILLION = 1e6;
    private static final double CALM = 0.25;

    private final AlertPolicy policy;

    ToneDetector(AlertPolicy policy) {
        this.policy = policy;
    }

    /** Mean sentiment of a day's stories. */
    static double now(DirectionDay day) {
        return day.getTone() / MILLION / day.getStories();
    }

    /** A change for the worse, once the day has been weighed; null for none. */
    @Nullable
    Finding colder(DayView view, Direction direction) {
        return find(view, direction, AlertKind.TENSION_SURGE, direction.tone.colder(), -1);
    }

    /** A change for the better in a direction that has been hostile. */
    @Nullable
    Finding warmer(DayView view, Direction direction) {
        return direction.tone.mean() < 0 ? find(view, direction, AlertKind.THAW, direction.tone.warmer(), 1) : null;
    }

    /** Whether evidence has fallen so far that the alert may end. */
    boolean calm(AlertKind kind, Direction direction) {
        double evidence = kind == AlertKind.THAW ? direction.tone.warmer() : direction.tone.colder();
        return evidence <= CALM * Math.log(policy.tone().info());
    }

    private @Nullable Finding find(DayView view, Direction direction, AlertKind kind, double evidence, int sign) {
        Severity wanted = policy.tone().severity(evidence);
        if (wanted == null) {
            return null;
        }
        Predicate<StoryEvent> which =
                event -> event.getForward() == direction.forward && Long.signum(event.getSentiment()) == sign;
        Set<String> families = view.families(WINDOW, which);
        return Finding.ofTone(
                new Slot(kind, Slot.Side.of(direction.forward)),
                Finding.Level.of(wanted, families.size(), policy.outletFamilies()),
                new Finding.Tone(evidence, direction.tone.mean(), now(view.direction(direction.forward))),
                families,
                view.evidence(WINDOW, which));
    }
}
