package io.entente.relation;

import io.entente.avro.Statement;
import io.entente.relation.row.StatementRows;
import io.entente.store.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From statements to changes of events. The statements are kept in a table; the {@link ReportClusters}s that are made of them are a cache, which
 * a restart builds again.
 */
final class Corroboration {
    private final RelateSettings settings;
    private final StatementRows rows;
    private final Forgetting forgetting;
    private final TextFingerprints wordings = new TextFingerprints(Vocabulary.bundled());
    private final Cache<ReportClusters> cells;

    Corroboration(RelateSettings settings, Tables tables) {
        this.settings = settings;
        this.rows = new StatementRows(tables);
        this.forgetting = new Forgetting(tables, "statements");
        this.cells = new Cache<>(settings.cachedStatements(), ReportClusters::size);
    }

    /**
     * Takes a statement in.
     *
     * @return the events that changed, withdrawals first; empty if the statement is known already
     */
    Optional<List<EventChange>> add(String pair, Statement statement) {
        ReportClusters cell = cells.get(pair, this::load);
        Statement known = cell.statement(statement.getId());
        if (known != null) {
            if (!precedes(statement, known)) {
                return Optional.empty();
            }
            List<Statement> others = new ArrayList<>(cell.besides(known));
            others.remove(known);
            rows.retain(pair, known, others);
        }
        rows.add(pair, statement);
        long day = Forgetting.day(statement.getPublishedAt().toEpochMilli());
        if (!cell.covers(day)) {
            forgetting.note(pair, day);
        }
        List<EventChange> changes = changes(pair, cell.put(report(statement)));
        cells.trim(pair);
        return Optional.of(changes);
    }

    /** Of statements with one id (an article sent again) the earliest holds, whichever comes first. */
    private static boolean precedes(Statement statement, Statement known) {
        return Comparator.comparing(Statement::getPublishedAt)
                        .thenComparing(s -> s.getWatermark().orElse(Instant.MAX))
                        .compare(statement, known)
                < 0;
    }

    private List<EventChange> changes(String pair, Map<Report, Boolean> touched) {
        List<EventChange> changes = new ArrayList<>();
        touched.forEach((report, led) -> {
            if (led && !report.leads()) {
                changes.add(change(pair, report));
            }
        });
        touched.keySet().stream()
                .filter(Report::leads)
                .sorted(Report.ORDER)
                .forEach(leader -> changes.add(change(pair, leader)));
        return changes;
    }

    /** The events of a pair that were published from {@code from} on and before {@code to} (epoch milliseconds), as they are now. */
    List<EventChange> events(String pair, long from, long to) {
        return cell(pair).leaders(from, to).stream()
                .map(leader -> change(pair, leader))
                .toList();
    }

    /** When the first event of a pair was published that is not forgotten; empty if there is none. */
    Optional<Long> begin(String pair) {
        return Optional.ofNullable(cell(pair).begin());
    }

    private ReportClusters cell(String pair) {
        ReportClusters cell = cells.get(pair, this::load);
        cells.trim(pair);
        return cell;
    }

    private EventChange change(String pair, Report report) {
        return new EventChange(
                pair,
                Events.id(report.id()),
                report.statement().getPublishedAt(),
                report.leads() ? Events.write(pair, report, settings.copyBound()) : null);
    }

    private Report report(Statement statement) {
        OutletFamilies families = settings.families();
        String family = statement
                .getCredit()
                .map(agency -> families.family(agency, null))
                .orElseGet(() -> families.family(
                        statement.getOutlet().orElse(null), statement.getUrl().orElse(null)));
        return new Report(statement, wordings.of(statement), family);
    }

    private ReportClusters load(String name) {
        ReportClusters cell = new ReportClusters(settings);
        rows.scan(name, statement -> cell.put(report(statement)));
        return cell;
    }

    /** Forgets the events of the days that end before {@code horizon} (epoch milliseconds): they are frozen. */
    void forget(long horizon) {
        forgetting.due(horizon, (what, time) -> {
            String pair = pair(what);
            ReportClusters cell = cells.get(pair, this::load);
            Map<String, Statement> oneAnArticle = new LinkedHashMap<>();
            cell.forget(time)
                    .forEach(statement ->
                            oneAnArticle.put(statement.getPublishedAt() + statement.getArticleId(), statement));
            oneAnArticle.values().forEach(statement -> rows.retain(pair, statement, cell.besides(statement)));
            if (cell.size() == 0) {
                cells.remove(pair);
            }
            cells.trim(pair);
        });
    }

    /** 0.1.0 noted the parts of a pair, such as {@code CAN-VNM|VNM|ACCUSE|told}. */
    private static String pair(String noted) {
        int end = noted.indexOf('|');
        return end < 0 ? noted : noted.substring(0, end);
    }
}
