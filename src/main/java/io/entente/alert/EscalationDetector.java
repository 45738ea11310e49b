package io.entente.alert;

import io.entente.alert.baseline.Escalation;
import io.entente.alert.baseline.Expectation;
import io.entente.alert.day.DayView;
import io.entente.alert.day.Evidence;
import io.entente.alert.day.Stories;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * TENSION_SURGE of a pair as a whole: threats and hostile deeds of both sides gather over weeks, or a first one is answered where such deeds are
 * rare.
 */
final class EscalationDetector {
    static final Slot SLOT = new Slot(AlertKind.TENSION_SURGE, Slot.Side.PAIR);
    private static final Set<AlertKind> KINDS = Set.of(AlertKind.TENSION_SURGE, AlertKind.SEVERE_EVENT);
    private static final int SHOWN_DAYS = 3;
    /** A year has many windows that overlap: tails are taken for as many times as large. */
    private static final double OVERLAP = 3;

    private final AlertPolicy policy;

    EscalationDetector(AlertPolicy policy) {
        this.policy = policy;
    }

    /** Takes the day's threats and deeds; a finding where the weeks up to it are out of the ordinary, null otherwise. */
    @Nullable
    Finding find(DayView view, Escalation escalation, AlertBoard desk, boolean warm) {
        int today = view.counts.getDeeds();
        if (today == 0) {
            return null;
        }
        escalation.add(view.day, today);
        escalation.by(view.day, view.deed(true), view.deed(false));
        AlertDraft open = desk.open(SLOT);
        if (open != null) {
            open.renew(view.day);
        }
        if (!warm || (open == null && isWarned(desk))) {
            return null;
        }
        Expectation expected = escalation.expected();
        int stories = escalation.stories();
        double p = Math.min(1, OVERLAP * expected.atLeast(stories));
        Severity level = level(escalation, expected, p);
        if (level == null) {
            return null;
        }
        Set<String> families = new TreeSet<>(view.families(SHOWN_DAYS, Stories::isDeed));
        List<AlertEvidence> before = open == null ? List.of() : open.value().getEvidence();
        return Finding.ofCount(
                SLOT,
                Finding.Level.of(level, families.size(), policy.outletFamilies()),
                new Finding.Count(policy.escalation().windowDays(), stories, expected, p, expected.mean()),
                families,
                () -> Evidence.joined(view.evidence(SHOWN_DAYS, Stories::isDeed).get(), before));
    }

    /** WARNING for a deed that is answered; what the tail of a gradual rise asks for, at most WARNING; null for neither. */
    private @Nullable Severity level(Escalation escalation, Expectation expected, double p) {
        if (escalation.answered()) {
            return Severity.WARNING;
        }
        int stories = escalation.stories();
        boolean gradual = stories >= policy.escalation().stories()
                && stories >= policy.counts().ratio() * expected.mean()
                && escalation.span() >= policy.escalation().spanDays()
                && escalation.days() >= policy.escalation().days()
                && expected.mean() <= policy.escalation().expectedAtMost();
        Severity wanted = gradual ? policy.counts().severity(p) : null;
        return wanted == Severity.CRITICAL ? Severity.WARNING : wanted;
    }

    /** Whether an open alert warns of the pair already. */
    private static boolean isWarned(AlertBoard desk) {
        return desk.open().values().stream()
                .anyMatch(alert -> KINDS.contains(alert.value().getKind())
                        && alert.value().getSeverity().compareTo(Severity.WARNING) >= 0);
    }
}
