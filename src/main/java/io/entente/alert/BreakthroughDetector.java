package io.entente.alert;

import io.entente.alert.baseline.Hostility;
import io.entente.alert.day.DayView;
import io.entente.alert.day.Evidence;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import io.entente.avro.state.SeverePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * BREAKTHROUGH, the mirror of SEVERE_EVENT: one act that ends or eases a quarrel is enough, unless the pair has such acts often. It weighs more where
 * the pair has been hostile.
 */
final class BreakthroughDetector {
    private static final Slot SLOT = new Slot(AlertKind.BREAKTHROUGH, Slot.Side.PAIR);

    private final AlertPolicy policy;

    BreakthroughDetector(AlertPolicy policy) {
        this.policy = policy;
    }

    /** What the day's breakthroughs amount to, with those of the open alert; null for nothing new. */
    @Nullable
    Finding find(DayView view, Hostility hostility, AlertBoard desk, int age) {
        List<SeverePoint> today = view.counts.getBreakthroughs();
        if (today.isEmpty()) {
            return null;
        }
        AlertDraft open = desk.open(SLOT);
        List<SeverePoint> points = new ArrayList<>(open == null ? List.of() : open.severe());
        Severity top = open == null ? null : open.value().getSeverity();
        for (SeverePoint point : today) {
            Severity level = level(point, hostility, age);
            if (level != null || !points.isEmpty()) {
                points.add(point);
            }
            if (level != null && (top == null || level.compareTo(top) > 0)) {
                top = level;
            }
        }
        if (top == null) {
            return null;
        }
        List<SeverePoint> kept = points.stream()
                .sorted(Comparator.comparingInt((SeverePoint point) -> -highest(point))
                        .thenComparing(SeverePoint::getPublishedAt)
                        .thenComparing(SeverePoint::getEventId))
                .limit(Evidence.SHOWN)
                .toList();
        Set<String> families = SevereDetector.families(kept);
        List<AlertEvidence> before = open == null ? List.of() : open.value().getEvidence();
        return Finding.ofSevere(
                SLOT,
                AlertWriter.capped(
                        Finding.Level.of(top, families.size(), policy.outletFamilies()), age < policy.warmUpDays()),
                new Finding.Severe(kept, List.of()),
                families,
                () -> Evidence.of(view, kept, before));
    }

    /** The classes of a day's breakthroughs. */
    static Set<String> classes(DayView view) {
        Set<String> classes = new TreeSet<>();
        view.counts.getBreakthroughs().forEach(point -> classes.add(point.getSevereClass()));
        return classes;
    }

    /** Ordinal of the highest severity of the point's class; -1 for a class without alerts. */
    private int highest(SeverePoint point) {
        return policy.breakthrough()
                .highest(point.getSevereClass())
                .map(Severity::ordinal)
                .orElse(-1);
    }

    /** The class's highest severity, one lower for a pair that was not hostile, and one lower where such acts are not rare; null for none. */
    private @Nullable Severity level(SeverePoint point, Hostility hostility, int age) {
        double rate = hostility.rate(point.getSevereClass(), age);
        if (rate >= policy.breakthrough().commonFrom()) {
            return null;
        }
        int lowered =
                (hostility.isHostile() ? 0 : 1) + (rate < policy.breakthrough().rareBelow() ? 0 : 1);
        int level = highest(point) - lowered;
        return level < 0 ? null : Severity.values()[level];
    }
}
