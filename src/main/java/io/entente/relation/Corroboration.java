package io.entente.relation;

import io.entente.avro.Event;
import io.entente.avro.Statement;
import io.entente.relation.row.StatementRows;
import io.entente.relation.similarity.RecentFingerprints;
import io.entente.relation.similarity.TextFingerprints;
import io.entente.relation.similarity.Vocabulary;
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
    private final RecentFingerprints wordings = new RecentFingerprints(new TextFingerprints(Vocabulary.bundled()));
    private final Cache<ReportClusters> cells;
    private final UnpublishedEvents unpublished = new UnpublishedEvents();

    Corroboration(RelateSettings settings, Tables tables) {
        this.settings = settings;
        this.rows = new StatementRows(tables);
        this.forgetting = new Forgetting(tables, "statements");
        this.cells = new Cache<>(settings.cachedStatements(), ReportClusters::size);
    }

    /**
     * Takes a statement in.
     *
     * @return whether it is new
     */
    boolean add(String pair, Statement statement) {
        ReportClusters cell = cells.get(pair, this::load);
        Report report = cell.report(statement.getId());
        if (report != null) {
            Statement known = report.statement();
            if (!precedes(statement, known)) {
                return false;
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
        unpublished.note(pair, cell.put(report(statement)));
        cells.trim(pair);
        return true;
    }

    /** Of statements with one id (an article sent again) the earliest holds, whichever comes first. */
    private static boolean precedes(Statement statement, Statement known) {
        return Comparator.comparing(Statement::getPublishedAt)
                        .thenComparing(s -> s.getWatermark().orElse(Instant.MAX))
                        .compare(statement, known)
                < 0;
    }

    /** The events that have changed since the last call; of each pair those first that are gone. */
    List<EventChange> changes() {
        List<EventChange> changes = new ArrayList<>();
        unpublished.drain((pair, events) -> {
            ReportClusters cell = cell(pair);
            List<Report> leaders = new ArrayList<>(events.size());
            events.forEach(event -> {
                Report report = cell.report(event.statementId());
                if (report != null && report.leads() && report.time() == event.time()) {
                    leaders.add(report);
                } else {
                    changes.add(EventChange.gone(pair, event));
                }
            });
            leaders.sort(Report.ORDER);
            leaders.forEach(leader -> changes.add(version(pair, leader)));
        });
        return changes;
    }

    /** The events of a pair that were published from {@code from} on and before {@code to} (epoch milliseconds), as they are now. */
    List<EventChange> events(String pair, long from, long to) {
        return cell(pair).leaders(from, to).stream()
                .map(leader -> version(pair, leader))
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

    private EventChange version(String pair, Report leader) {
        Event event = Events.write(pair, leader, settings.copyBound());
        return new EventChange(pair, event.getId(), event.getPublishedAt(), event);
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
