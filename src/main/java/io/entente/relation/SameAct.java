package io.entente.relation;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import java.time.Duration;
import java.util.Optional;

/** Decides whether two reports of one pair are about the same act. */
final class SameAct {
    /** The likeness of a copy. */
    static final double COPY = 1;

    /** What the likeness to a report counts that does not lead: chains of reports would lead from one act to another. */
    private static final double SECOND_HAND = 0.9;

    /** What the likeness of the acts counts that two reports answer. */
    private static final double ANSWERED = 0.9;

    /** What is known of two reports of one type, in logits. */
    static final double SAME_TYPE = -0.75;

    static final double OTHER_TYPE = -3;
    private static final double ONCE_A_DAY = 0.7;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final RelateSettings settings;

    SameAct(RelateSettings settings) {
        this.settings = settings;
    }

    /** How alike a report and an earlier one are, 1 for a copy; 0 if they are not about one act. */
    double likeness(Report report, Report earlier) {
        if (passesOn(report, earlier)) {
            double likeness = report.wording().likeness(earlier.wording(), SAME_TYPE);
            return likeness >= settings.reportBound() ? COPY : 0;
        }
        if (oneAfterTheOther(report, earlier)
                || sharesNothing(report, earlier)
                || !Kinship.aligned(report, earlier)
                || !Kinship.comparable(report, earlier)
                || changesEvent(report, earlier)) {
            return 0;
        }
        if (Kinship.sameType(report, earlier) && report.wording().copyOf(earlier.wording(), settings.copyBound())) {
            return COPY;
        }
        double likeness = told(report, earlier) * (earlier.leads() ? 1 : SECOND_HAND);
        return likeness >= settings.reportBound() ? likeness : 0;
    }

    /** Whether one article reports one of the two as what came before the other: "freed two pilots, a day after they reached an agreement". */
    private static boolean oneAfterTheOther(Report one, Report other) {
        return one.wording().background() != other.wording().background() && one.inArticleOf(other);
    }

    /** Whether it is plain without a look at the words that two reports are told in different ones. */
    private static boolean sharesNothing(Report one, Report other) {
        return (one.answers == null || other.answers == null) && one.tellings.unlike(other.tellings);
    }

    /** How alike two reports tell their acts, or, if both are answers, the acts that they answer. */
    private static double told(Report report, Report earlier) {
        double likeness = report.tellings.likeness(earlier.tellings, prior(report, earlier));
        Report act = report.answers;
        Report other = earlier.answers;
        return act != null && other != null && withinADay(report, earlier) && Kinship.comparable(act, other)
                ? Math.max(likeness, ANSWERED * act.tellings.likeness(other.tellings, prior(act, other)))
                : likeness;
    }

    /** What is known of two reports beside their words: few states break ties, or hold talks that make news, twice within a day. */
    private static double prior(Report report, Report earlier) {
        if (!Kinship.sameType(report, earlier)) {
            return OTHER_TYPE;
        }
        Optional<String> severe = report.statement().getSevereClass();
        boolean once = severe.isPresent()
                && severe.equals(earlier.statement().getSevereClass())
                && report.type() != EventType.ASSAULT;
        boolean talks = headlinedTalks(report) && headlinedTalks(earlier);
        return SAME_TYPE + ((once || talks) && withinADay(report, earlier) ? ONCE_A_DAY : 0);
    }

    private static boolean headlinedTalks(Report report) {
        return report.type() == EventType.CONSULT && report.mutual && report.prominent;
    }

    private static boolean withinADay(Report one, Report other) {
        return Math.abs(one.time() - other.time()) <= DAY;
    }

    /** Whether an accusation only passes on the act of the earlier report, which is stated as a fact there: then it is not a separate event. */
    private static boolean passesOn(Report report, Report earlier) {
        Report act = report.passesOn;
        return act != null
                && earlier.status != Status.REPORTED
                && earlier.forward() == act.forward()
                && Kinship.comparable(act, earlier);
    }

    /**
     * Whether the event would become surer or more severe, by the report on a later day than its own: that day may have closed, and
     * alerts must not depend on when reports join. Such a report leads an event of its own.
     */
    private static boolean changesEvent(Report report, Report earlier) {
        return (graver(report, earlier) || Report.surer(report.status, earlier.status)) && !report.onDayOf(earlier);
    }

    /** Whether the report is of an act of a severe class that the earlier one does not have; one that only looks back is not. */
    private static boolean graver(Report report, Report earlier) {
        Optional<String> severe = report.statement().getSevereClass();
        return severe.isPresent()
                && !report.wording().background()
                && (!severe.equals(earlier.statement().getSevereClass()) || earlier.lookingBack());
    }
}
