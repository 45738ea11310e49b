package io.entente.relation;

import io.entente.avro.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one pair, grouped into events. The grouping is a function of the set of statements: in the order of
 * (publishedAt, id), each joins the event of the earlier report that it is most like, if both report the {@link SameAct} and the event's first
 * report is within the window; else it leads an event of its own. A statement that comes late is put in its place, and only what it affects is
 * decided again, in the same order.
 */
final class ReportClusters {
    private final long window;
    private final Map<String, Report> byId = new HashMap<>();
    private final Map<String, ArticleReports> byArticle = new HashMap<>();
    private final Set<Long> days = new HashSet<>();
    private final List<Report> standing = new ArrayList<>();
    private final List<Report> leaders = new ArrayList<>();
    private final SameAct sameAct;
    private final Restatement restatement;
    private final Index index = new Index();
    private final TreeSet<Report> agenda = new TreeSet<>(Report.ORDER);
    private final Map<Report, Boolean> touched = new LinkedHashMap<>();

    ReportClusters(RelateSettings settings) {
        this.window = settings.joinWindow().toMillis();
        this.sameAct = new SameAct(settings);
        this.restatement = new Restatement(settings);
    }

    /** How many statements it holds. */
    int size() {
        return byId.size();
    }

    /** Whether it has had a statement of that day (see {@link Forgetting}). */
    boolean covers(long day) {
        return days.contains(day);
    }

    /** The report of the statement with {@code id}, if it is here. */
    @Nullable
    Report report(String id) {
        return byId.get(id);
    }

    /**
     * Puts a report in, in place of one with the same id.
     *
     * @return the leaders whose events have changed, and whether they led before; some may lead no more
     */
    Map<Report, Boolean> put(Report report) {
        touched.clear();
        days.add(Forgetting.day(report.time()));
        Report known = byId.put(report.id(), report);
        ArticleReports article = article(report);
        if (known != null) {
            article(known).remove(known);
            withdraw(known);
        }
        article.add(report);
        settle(article);
        return touched;
    }

    private ArticleReports article(Report report) {
        return byArticle.computeIfAbsent(report.statement().getArticleId(), id -> new ArticleReports());
    }

    /** Decides which of an article's reports stand for themselves; those for which the decision has changed are placed again. */
    private void settle(ArticleReports article) {
        Map<Report, Report.Traits> before = new LinkedHashMap<>();
        article.all().stream().filter(Report::standing).forEach(report -> before.put(report, report.traits()));
        article.settle(restatement);
        before.forEach((report, traits) -> {
            if (report.restated != null || !report.traits().equals(traits)) {
                withdraw(report);
            }
        });
        article.all().stream()
                .filter(report -> report.restated == null && !report.standing())
                .forEach(this::stand);
    }

    private void stand(Report report) {
        standing.add(-Collections.binarySearch(standing, report, Report.ORDER) - 1, report);
        agenda.add(report);
        settle();
    }

    private void withdraw(Report report) {
        if (report.standing()) {
            standing.remove(Collections.binarySearch(standing, report, Report.ORDER));
            leave(report, report.voice());
            report.nearest = null;
            report.likeness = 0;
            settle();
        }
    }

    private void settle() {
        for (Report next = agenda.pollFirst(); next != null; next = agenda.pollFirst()) {
            place(next);
        }
    }

    private void place(Report report) {
        Match match = bestMatch(report);
        Report nearest = match.nearest();
        Report leader = nearest == null || nearest.leader == null ? report : nearest.leader;
        boolean voice = report.voice();
        report.nearest = nearest;
        report.likeness = match.likeness();
        if (leader == report.leader && voice == report.voice()) {
            return;
        }
        leave(report, voice);
        touch(leader);
        report.leader = leader;
        if (leader == report) {
            leaders.add(-Collections.binarySearch(leaders, report, Report.ORDER) - 1, report);
        } else {
            leader.members.add(report);
        }
        if (report.voice()) {
            index.add(report);
            attract(report, leader);
        }
    }

    private void leave(Report report, boolean voice) {
        Report leader = report.leader;
        if (leader == null) {
            return;
        }
        touch(leader);
        leader.members.all().stream().filter(member -> member.nearest == report).forEach(agenda::add);
        if (voice) {
            index.remove(report);
        }
        if (leader == report) {
            leaders.remove(Collections.binarySearch(leaders, report, Report.ORDER));
        } else {
            leader.members.remove(report);
        }
        report.leader = null;
    }

    private void touch(Report leader) {
        touched.putIfAbsent(leader, leader.leads());
    }

    /** Calls up the later reports that are more like {@code report}, which is now of {@code leader}, than like any other. */
    private void attract(Report report, Report leader) {
        for (int i = firstAfter(standing, report.time()); i < standing.size(); i++) {
            Report later = standing.get(i);
            if (later.time() - leader.time() > window) {
                return;
            }
            if (report.before(later) && later.leader != null && prefers(later, report)) {
                agenda.add(later);
            }
        }
    }

    private boolean prefers(Report report, Report other) {
        if (report.likeness == SameAct.COPY && report.nearest != null && report.nearest.before(other)) {
            return false;
        }
        double likeness = sameAct.likeness(report, other);
        return likeness > report.likeness
                || (likeness > 0
                        && likeness == report.likeness
                        && report.nearest != null
                        && other.before(report.nearest));
    }

    private Match bestMatch(Report report) {
        Match best = new Match();
        index.candidates(report, other -> {
            Report leader = other.leader;
            if (leader != null
                    && report.time() - leader.time() <= window
                    && other.before(report)
                    && best.couldBe(other)) {
                best.offer(other, sameAct.likeness(report, other));
            }
        });
        return best;
    }

    /** Those that lead events, in order, published from {@code from} on and before {@code to}. */
    List<Report> leaders(long from, long to) {
        return List.copyOf(leaders.subList(firstAfter(leaders, from), firstAfter(leaders, to)));
    }

    /** When its first event was published; null if it has none. */
    @Nullable
    Long begin() {
        return leaders.isEmpty() ? null : leaders.get(0).time();
    }

    /** The statements that share article and time with {@code statement}. */
    List<Statement> besides(Statement statement) {
        ArticleReports article = byArticle.get(statement.getArticleId());
        return article == null
                ? List.of()
                : article.all().stream()
                        .map(Report::statement)
                        .filter(other -> other.getPublishedAt().equals(statement.getPublishedAt()))
                        .toList();
    }

    /** Index of the first report at {@code time} or later. */
    private static int firstAfter(List<Report> reports, long time) {
        int low = 0;
        int high = reports.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reports.get(middle).time() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Forgets the events whose leaders were published before {@code time}: nothing that may still come can change them. Those that later events
     * refer to stay until these are forgotten.
     *
     * @return their statements
     */
    List<Statement> forget(long time) {
        days.removeIf(day -> day < Forgetting.day(time));
        List<Report> gone = new ArrayList<>();
        leaders.subList(0, firstAfter(leaders, time)).removeIf(leader -> {
            List<Report> event = new ArrayList<>(leader.members.all());
            event.add(leader);
            boolean over = event.stream().noneMatch(report -> referredTo(report, time));
            return over && gone.addAll(event);
        });
        gone.stream().filter(Report::voice).forEach(index::remove);
        List<Statement> statements = new ArrayList<>();
        for (Report report : gone) {
            standing.remove(Collections.binarySearch(standing, report, Report.ORDER));
            drop(report, statements);
        }
        return statements;
    }

    /** Whether another report of its article, which is not forgotten yet, passes it on or answers it. */
    private boolean referredTo(Report act, long time) {
        return article(act).all().stream()
                .anyMatch(report -> (report.passesOn == act || report.answers == act)
                        && report.leader != null
                        && report.leader.time() >= time);
    }

    private void drop(Report root, List<Statement> statements) {
        ArticleReports article = article(root);
        for (Report report : article.drop(root)) {
            byId.remove(report.id());
            statements.add(report.statement());
        }
        if (article.isEmpty()) {
            byArticle.remove(root.statement().getArticleId());
        }
    }
}
