package io.entente.relation;

import io.entente.avro.Statement;
import io.entente.relation.similarity.TextFingerprints;
import io.entente.relation.similarity.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Ids of the statements of each event, the first of each article, by the id of its leader. */
    TreeMap<String, List<String>> of(List<Statement> statements) {
        TreeMap<String, List<String>> events = new TreeMap<>();
        statements.stream()
                .collect(Collectors.groupingBy(s -> Pair.of(s.getSource(), s.getTarget())))
                .values()
                .forEach(pair -> events.putAll(events(pair)));
        return events;
    }

    private TreeMap<String, List<String>> events(List<Statement> pair) {
        List<Report> roots = new ArrayList<>();
        pair.stream()
                .collect(Collectors.groupingBy(Statement::getArticleId))
                .values()
                .forEach(article -> roots.addAll(roots(article)));
        roots.sort(Report.ORDER);
        Map<Report, Report> voices = new LinkedHashMap<>();
        TreeMap<String, List<String>> events = new TreeMap<>();
        Set<String> articles = new HashSet<>();
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
            if (articles.add(leader.id() + '|' + report.statement().getArticleId())) {
                events.computeIfAbsent(leader.id(), id -> new ArrayList<>()).add(report.id());
            }
        }
        return events;
    }

    private List<Report> roots(List<Statement> statements) {
        ArticleReports article = new ArticleReports();
        statements.forEach(s -> article.add(new Report(
                s, wordings.of(s), settings.families().family(s.getOutlet().orElse(null), null))));
        article.settle(new Restatement(settings));
        return article.all().stream().filter(report -> report.restated == null).toList();
    }
}
