package io.entente.relation;

import io.entente.avro.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The definition of events written down as plainly as it goes, to check the incremental way against. */
final class ReferenceClusters {
    private final RelateSettings settings;
    private final TextFingerprints wordings = new TextFingerprints(Vocabulary.bundled());

    ReferenceClusters(RelateSettings settings) {
        this.settings = settings;
    }

    /** Ids of the statements of each event by the id of its leader. */
    TreeMap<String, List<String>> of(List<Statement> statements) {
        TreeMap<String, List<String>> events = new TreeMap<>();
        statements.stream()
                .collect(Collectors.groupingBy(s -> s.getSource()
                        + s.getTarget()
                        + s.getEvent()
                        + s.getStatus().name().equals("REPORTED")))
                .values()
                .forEach(cell -> events.putAll(events(cell)));
        return events;
    }

    private TreeMap<String, List<String>> events(List<Statement> cell) {
        List<Report> roots = new ArrayList<>();
        cell.stream()
                .collect(Collectors.groupingBy(Statement::getArticleId))
                .values()
                .forEach(article -> roots.addAll(roots(article)));
        roots.sort(Report.ORDER);
        List<Report> leaders = new ArrayList<>();
        TreeMap<String, List<String>> events = new TreeMap<>();
        for (Report report : roots) {
            Report leader = leaders.stream()
                    .filter(l ->
                            report.time() - l.time() <= settings.joinWindow().toMillis())
                    .filter(l -> report.wording().copyOf(l.wording(), settings.copyBound())
                            || (!report.sameFamily(l)
                                    && report.wording().likeness(l.wording()) >= settings.reportBound()))
                    .findFirst()
                    .orElse(report);
            if (leader == report) {
                leaders.add(report);
            }
            events.computeIfAbsent(leader.id(), id -> new ArrayList<>()).add(report.id());
        }
        return events;
    }

    private List<Report> roots(List<Statement> article) {
        List<Report> roots = new ArrayList<>();
        article.stream()
                .sorted(Comparator.comparing(Statement::getPublishedAt)
                        .thenComparing(ReferenceClusters::headline)
                        .thenComparing(Statement::getBegin)
                        .thenComparing(Statement::getId))
                .map(s -> new Report(
                        s,
                        wordings.of(s),
                        settings.families().family(s.getOutlet().orElse(null), null)))
                .forEach(report -> {
                    if (roots.stream()
                            .noneMatch(root -> headline(report.statement())
                                    || !report.wording().namesOthersThan(root.wording())
                                    || report.wording().overlap(root.wording()) >= settings.restateBound())) {
                        roots.add(report);
                    }
                });
        return roots;
    }

    private static boolean headline(Statement statement) {
        return statement.getTitle().orElse("").equals(statement.getSentence());
    }
}
