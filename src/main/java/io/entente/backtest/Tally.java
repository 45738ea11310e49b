package io.entente.backtest;

import io.entente.alert.episode.Episodes;
import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts the alerts and the verdicts of a backtest. */
final class Tally {
    private static final Set<AlertKind> CONTACTS = Set.of(AlertKind.FIRST_CONTACT, AlertKind.RENEWED_CONTACT);

    private final FindingRule rule;
    private final LocalDate from;
    private final LocalDate to;
    private final List<Verdict> verdicts;
    private final List<KnownEpisode> outside;
    private final List<Alert> alerts;

    Tally(
            FindingRule rule,
            LocalDate from,
            LocalDate to,
            List<Verdict> verdicts,
            List<KnownEpisode> outside,
            List<Alert> alerts) {
        this.rule = rule;
        this.from = from;
        this.to = to;
        this.verdicts = verdicts;
        this.outside = outside;
        this.alerts = alerts;
    }

    BacktestResult result(int sampled, long seed) {
        Map<AlertKind, Map<Severity, Integer>> kinds = new EnumMap<>(AlertKind.class);
        for (Alert alert : alerts) {
            kinds.computeIfAbsent(alert.getKind(), kind -> new EnumMap<>(Severity.class))
                    .merge(alert.getSeverity(), 1, Integer::sum);
        }
        return new BacktestResult(
                from,
                to,
                days(from, to),
                rule,
                verdicts,
                outside,
                kinds,
                years(),
                medianDelay(),
                alerts.stream().map(ShownAlert::of).toList(),
                Episodes.of(alerts).stream().map(EpisodeRow::of).toList(),
                sample(sampled, seed));
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    private List<YearRow> years() {
        List<YearRow> rows = new ArrayList<>();
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            LocalDate begin = year == from.getYear() ? from : LocalDate.of(year, 1, 1);
            LocalDate end = year == to.getYear() ? to : LocalDate.of(year, 12, 31);
            int at = year;
            List<Alert> opened = alerts.stream()
                    .filter(alert -> FindingRule.opened(alert).getYear() == at)
                    .toList();
            rows.add(new YearRow(
                    year,
                    days(begin, end),
                    verdicts(year, KnownEpisode.Kind.CRISIS, verdict -> true),
                    verdicts(year, KnownEpisode.Kind.CRISIS, verdict -> verdict.found() != null),
                    verdicts(year, KnownEpisode.Kind.THAW, verdict -> true),
                    verdicts(year, KnownEpisode.Kind.THAW, verdict -> verdict.found() != null),
                    (int) opened.stream().filter(Tally::warns).count(),
                    opened.size(),
                    (int) opened.stream()
                            .filter(alert -> CONTACTS.contains(alert.getKind()))
                            .count()));
        }
        return rows;
    }

    private int verdicts(int year, KnownEpisode.Kind kind, Predicate<Verdict> which) {
        return (int) verdicts.stream()
                .filter(verdict -> verdict.episode().kind() == kind
                        && verdict.episode().day().getYear() == year)
                .filter(which)
                .count();
    }

    private @Nullable Double medianDelay() {
        List<Integer> delays = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            Integer delay = verdict.delay();
            if (delay != null && verdict.episode().kind() == KnownEpisode.Kind.CRISIS) {
                delays.add(delay);
            }
        }
        if (delays.isEmpty()) {
            return null;
        }
        Collections.sort(delays);
        int middle = delays.size() / 2;
        return delays.size() % 2 == 1 ? delays.get(middle) : (delays.get(middle - 1) + delays.get(middle)) / 2.0;
    }

    private List<String> sample(int sampled, long seed) {
        List<String> ids = new ArrayList<>(
                alerts.stream().filter(Tally::warns).map(Alert::getId).toList());
        Collections.shuffle(ids, new Random(seed));
        return ids.subList(0, Math.min(sampled, ids.size()));
    }

    private static boolean warns(Alert alert) {
        return alert.getSeverity().compareTo(Severity.WARNING) >= 0;
    }
}
