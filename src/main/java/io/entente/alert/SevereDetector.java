package io.entente.alert;

import io.entente.alert.baseline.Direction;
import io.entente.alert.baseline.Hostility;
import io.entente.alert.day.DayView;
import io.entente.alert.day.Evidence;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import io.entente.avro.state.SeverePoint;
import io.entente.avro.state.SevereRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** SEVERE_EVENT: one event of a severe class is enough, unless such events are usual in that direction. */
final class SevereDetector {
    private static final Finding.Level DOUBTFUL = new Finding.Level(Severity.INFO, true, false);

    private final AlertPolicy policy;

    SevereDetector(AlertPolicy policy) {
        this.policy = policy;
    }

    /** What the day's severe events of a direction amount to, with those of its open alert; null for nothing new. */
    @Nullable
    Finding find(DayView view, Direction direction, Hostility past, AlertBoard desk, int age) {
        List<SeverePoint> today = today(view, direction.forward);
        if (today.isEmpty()) {
            return null;
        }
        Slot slot = new Slot(AlertKind.SEVERE_EVENT, Slot.Side.of(direction.forward));
        AlertDraft open = desk.open(slot);
        List<SevereRate> rates = open == null ? direction.rates.frozen(age) : open.rates();
        List<SeverePoint> points = new ArrayList<>(open == null ? List.of() : open.severe());
        for (SeverePoint point : today) {
            if (!points.isEmpty() || level(point, rates) != null) {
                points.add(point);
            }
        }
        if (points.isEmpty()) {
            return null;
        }
        List<SeverePoint> kept = strongest(points, rates);
        List<AlertEvidence> before = open == null ? List.of() : open.value().getEvidence();
        return Finding.ofSevere(
                slot,
                AlertWriter.capped(
                        isDoubtful(points, past, age) ? DOUBTFUL : severity(kept, rates), age < policy.warmUpDays()),
                new Finding.Severe(kept, rates),
                families(kept),
                () -> Evidence.of(view, kept, before));
    }

    /** Stories with severe events on a day, by class. */
    static Map<String, Integer> stories(DayView view, boolean forward) {
        if (view.counts.getSevere().isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> articles = new TreeMap<>();
        today(view, forward).forEach(point -> articles.computeIfAbsent(point.getSevereClass(), name -> new TreeSet<>())
                .add(point.getArticleId()));
        Map<String, Integer> counts = new TreeMap<>();
        articles.forEach((name, ids) -> counts.put(name, ids.size()));
        return counts;
    }

    private static List<SeverePoint> today(DayView view, boolean forward) {
        List<SeverePoint> all = view.counts.getSevere();
        return all.isEmpty()
                ? all
                : all.stream().filter(point -> point.getForward() == forward).toList();
    }

    /** The severity that one event asks for; null where such events are too common. */
    private @Nullable Severity level(SeverePoint point, List<SevereRate> rates) {
        Severity highest = policy.severe().highest(point.getSevereClass()).orElse(null);
        double rate = rates.stream()
                .filter(each -> each.getSevereClass().equals(point.getSevereClass()))
                .mapToDouble(SevereRate::getA)
                .findFirst()
                .orElse(0);
        if (highest == null || rate >= policy.severe().commonFrom()) {
            return null;
        }
        if (rate >= policy.severe().ongoing().getOrDefault(point.getSevereClass(), Double.MAX_VALUE)) {
            return Severity.INFO;
        }
        return rate < policy.severe().rareBelow() ? highest : Severity.values()[Math.max(0, highest.ordinal() - 1)];
    }

    /** Whether it is a single story, not read with certainty, of force between two that have hardly been in the news together. */
    private boolean isDoubtful(List<SeverePoint> points, Hostility past, int age) {
        AlertPolicy.Severe severe = policy.severe();
        return age >= severe.strangersFrom()
                && !past.outweighs(severe.strangersBelow())
                && points.stream().map(SeverePoint::getArticleId).distinct().count() == 1
                && families(points).size() <= 1
                && points.stream().allMatch(point -> point.getConfidence() < severe.strangersSure());
    }

    private Finding.Level severity(List<SeverePoint> points, List<SevereRate> rates) {
        Severity top = Severity.INFO;
        for (SeverePoint point : points) {
            Severity level = level(point, rates);
            top = level != null && level.compareTo(top) > 0 ? level : top;
        }
        Severity reached = top;
        Set<String> families = families(points.stream()
                .filter(point -> rank(point, rates) >= reached.ordinal())
                .toList());
        return Finding.Level.of(top, families.size(), policy.outletFamilies());
    }

    /** Those that are shown, and those that show that another outlet family supports a level. */
    private List<SeverePoint> strongest(List<SeverePoint> points, List<SevereRate> rates) {
        List<SeverePoint> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingInt((SeverePoint point) -> -rank(point, rates))
                .thenComparing(point -> -Math.abs(point.getIntensity()))
                .thenComparing(SeverePoint::getPublishedAt)
                .thenComparing(SeverePoint::getEventId));
        List<SeverePoint> kept = new ArrayList<>();
        Set<String> families = new TreeSet<>();
        for (SeverePoint point : sorted) {
            boolean another = families.size() < policy.outletFamilies() && families.addAll(point.getFamilies());
            if (another || kept.size() < Evidence.SHOWN) {
                kept.add(point);
            }
        }
        return List.copyOf(kept);
    }

    private int rank(SeverePoint point, List<SevereRate> rates) {
        Severity level = level(point, rates);
        return level == null ? -1 : level.ordinal();
    }

    static Set<String> families(List<SeverePoint> points) {
        Set<String> families = new TreeSet<>();
        points.forEach(point -> families.addAll(point.getFamilies()));
        return families;
    }
}
