package io.entente.relation;

import io.entente.avro.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The definition of events written down as plainly as it goes, to check the incremental way against. */
final class ReferenceClusters {
    private final RelateSettings settings;
    private final SameAct sameAct;
    private final TextFingerprints wordings = new TextFingerprints(Vocabulary.bundled());

    ReferenceClusters(RelateSettings settings) {
        this.settings = settings;
        this.sameAct = new SameAct(settings);
    }

    /** Ids of the statements of each event by the id of its leader. */
    TreeMap<String, List<String>> of(List<Statement> statements) {
        TreeMap<String, List<String>> events = new TreeMap<>();
        statements.stream()
                .collect(Collectors.groupingBy(s ->
                        s.getSource() + s.getTarget() + s.getStatus().name().equals("REPORTED")))
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
        Map<Report, Report> voices = new LinkedHashMap<>();
        TreeMap<String, List<String>> events = new TreeMap<>();
        for (Report report : roots) {
            Report nearest = null;
            double best = 0;
            for (Map.Entry<Report, Report> earlier : voices.entrySet()) {
                double likeness = sameAct.likeness(report, earlier.getKey());
                if (likeness > best
                        && report.time() - earlier.getValue().time()
                                <= settings.joinWindow().toMillis()) {
                    nearest = earlier.getKey();
                    best = likeness;
                }
            }
            Report leader = nearest == null ? report : voices.get(nearest);
            report.leader = leader;
            if (best < SameAct.COPY) {
                voices.put(report, leader);
            }
            events.computeIfAbsent(leader.id(), id -> new ArrayList<>()).add(report.id());
        }
        return events;
    }

    private List<Report> roots(List<Statement> article) {
        List<Report> roots = new ArrayList<>();
        article.stream()
                .map(s -> new Report(
                        s,
                        wordings.of(s),
                        settings.families().family(s.getOutlet().orElse(null), null)))
                .sorted(Report.IN_ARTICLE)
                .forEach(report -> {
                    if (roots.stream().noneMatch(root -> sameAct.restates(report, root))) {
                        roots.add(report);
                    }
                });
        return roots;
    }
}
