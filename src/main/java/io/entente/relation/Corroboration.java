package io.entente.relation;

import io.entente.avro.Statement;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From statements to changes of events. The statements are kept in a table; the {@link ReportClusters}s that are made of them are a cache, which
 * a restart builds again.
 */
final class Corroboration {
    static final TableSpec<Statement> TABLE = new TableSpec<>("relate-statements", Statement.class);

    private static final int TIME_DIGITS = 15;

    private final RelateSettings settings;
    private final Table<Statement> table;
    private final Forgetting forgetting;
    private final TextFingerprints wordings = new TextFingerprints(Vocabulary.bundled());
    private final Cache<ReportClusters> cells;

    Corroboration(RelateSettings settings, Tables tables) {
        this.settings = settings;
        this.table = tables.table(TABLE);
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
            table.delete(rowKey(pair, known));
        }
        table.put(rowKey(pair, statement), statement);
        long hour = Forgetting.hour(statement.getPublishedAt().toEpochMilli());
        if (!cell.covers(hour)) {
            forgetting.note(pair, hour);
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
        table.scanPrefix(name + "|", (key, statement) -> cell.put(report(statement)));
        return cell;
    }

    /**
     * Forgets the events that are older than {@code horizon} (epoch milliseconds), by whole hours: they are frozen.
     */
    void forget(long horizon) {
        forgetting.due(horizon, (name, time) -> {
            ReportClusters cell = cells.get(name, this::load);
            cell.forget(time).forEach(statement -> table.delete(rowKey(name, statement)));
            if (cell.size() == 0) {
                cells.remove(name);
            }
            cells.trim(name);
        });
    }

    private static String rowKey(String cell, Statement statement) {
        long time = statement.getPublishedAt().toEpochMilli();
        return cell + '|' + Padded.of(time, TIME_DIGITS) + '|' + statement.getId();
    }
}
