package io.entente.alert;

import io.entente.alert.baseline.CountBaseline;
import io.entente.alert.baseline.CountStream;
import io.entente.alert.baseline.Direction;
import io.entente.alert.baseline.Expectation;
import io.entente.alert.day.DayView;
import io.entente.alert.day.EpochDays;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import io.entente.avro.state.DirectionDay;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** VOLUME_SURGE and TENSION_SURGE: more stories in a day, or in three, than the direction's own history allows. */
final class CountDetector {
    private static final int WINDOW = 3;

    private final AlertPolicy policy;
    private final AlertKind kind;
    private final boolean conflictOnly;
    private final int least;

    private CountDetector(AlertPolicy policy, AlertKind kind, boolean conflictOnly, int least) {
        this.policy = policy;
        this.kind = kind;
        this.conflictOnly = conflictOnly;
        this.least = least;
    }

    static CountDetector volume(AlertPolicy policy) {
        return new CountDetector(
                policy, AlertKind.VOLUME_SURGE, false, policy.counts().volumeStories());
    }

    static CountDetector tension(AlertPolicy policy) {
        return new CountDetector(
                policy, AlertKind.TENSION_SURGE, true, policy.counts().tensionStories());
    }

    CountStream stream(Direction direction) {
        return conflictOnly ? direction.conflict : direction.volume;
    }

    int stories(DirectionDay day) {
        return conflictOnly ? day.getConflict() : day.getStories();
    }

    /** What it finds; null for nothing. A day without a story finds nothing. */
    @Nullable
    Finding find(DayView view, Direction direction) {
        int today = stories(view.direction(direction.forward));
        if (today == 0) {
            return null;
        }
        int before = stories(view.direction(direction.forward, 1)) + stories(view.direction(direction.forward, 2));
        if (today + before < least) {
            return null;
        }
        CountBaseline baseline = stream(direction).before(view.day);
        Finding.Count count = count(policy, baseline, EpochDays.weekday(view.day), today, least);
        Severity wanted = count == null ? null : policy.counts().severity(count.p());
        if (count == null || wanted == null) {
            return null;
        }
        Set<String> families = view.families(count.days(), DayView.counted(direction.forward, conflictOnly));
        return Finding.ofCount(
                new Slot(kind, Slot.Side.of(direction.forward)),
                Finding.Level.of(wanted, families.size(), policy.outletFamilies()),
                count,
                families,
                view.evidence(count.days(), DayView.counted(direction.forward, conflictOnly)));
    }

    /** The smaller of the day's tail and that of three days, doubled for there being two; null where it cannot matter. */
    static Finding.@Nullable Count count(
            AlertPolicy policy, CountBaseline baseline, int weekday, int today, int least) {
        Expectation day = baseline.day(weekday);
        int sum = today + baseline.lastTwoDays();
        Expectation three = baseline.threeDays(weekday);
        double p1 = matters(policy, today, day, least) ? day.atLeast(today) : 1;
        double p3 = matters(policy, sum, three, least) ? three.atLeast(sum) : 1;
        double p = Math.min(1, 2 * Math.min(p1, p3));
        if (p > policy.counts().info()) {
            return null;
        }
        return p1 <= p3
                ? new Finding.Count(1, today, day, p, day.mean())
                : new Finding.Count(WINDOW, sum, three, p, day.mean());
    }

    private static boolean matters(AlertPolicy policy, int n, Expectation expected, int least) {
        return n >= least && n >= policy.counts().ratio() * expected.mean();
    }
}
