package io.entente.relation;

import io.entente.avro.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one source, target and type, parted into events. The parting is a function of the set of statements: in the
 * order of (publishedAt, id), each joins the earliest leader within the window that it repeats or corroborates, else it leads an
 * event of its own. A statement that comes late is put in its place, and only what it affects is decided again, in the same order.
 */
final class ReportClusters {
    private final RelateSettings settings;
    private final long window;
    private final Map<String, Report> byId = new HashMap<>();
    private final Map<String, List<Report>> byArticle = new HashMap<>();
    private final Set<Long> hours = new HashSet<>();
    private final List<Report> standing = new ArrayList<>();
    private final List<Report> leaders = new ArrayList<>();
    private final Index index;
    private final TreeSet<Report> agenda = new TreeSet<>(Report.ORDER);
    private final Map<Report, Boolean> touched = new LinkedHashMap<>();

    ReportClusters(RelateSettings settings) {
        this.settings = settings;
        this.window = settings.joinWindow().toMillis();
        this.index = new Index(settings.reportBound());
    }

    /** How many statements it holds. */
    int size() {
        return byId.size();
    }

    /** Whether it has had a statement of that hour (see {@link Forgetting}). */
    boolean covers(long hour) {
        return hours.contains(hour);
    }

    /** The statement with {@code id}, if it is here. */
    @Nullable
    Statement statement(String id) {
        Report report = byId.get(id);
        return report == null ? null : report.statement();
    }

    /**
     * Puts a report in, in place of one with the same id.
     *
     * @return the leaders whose events have changed, and whether they led before; some may lead no more
     */
    Map<Report, Boolean> put(Report report) {
        touched.clear();
        hours.add(Forgetting.hour(report.time()));
        Report known = byId.put(report.id(), report);
        List<Report> article = byArticle.computeIfAbsent(report.statement().getArticleId(), id -> new ArrayList<>(2));
        if (known != null) {
            byArticle.getOrDefault(known.statement().getArticleId(), article).remove(known);
            withdraw(known);
        }
        article.add(report);
        settleArticle(article);
        return touched;
    }

    /** Decides which of an article's reports stand for themselves. */
    private void settleArticle(List<Report> article) {
        article.sort(Comparator.comparingLong(Report::time)
                .thenComparing(ReportClusters::headline)
                .thenComparing(report -> report.statement().getBegin())
                .thenComparing(Report::id));
        List<Report> before = article.stream().filter(r -> r.leader != null).toList();
        List<Report> roots = new ArrayList<>(article.size());
        for (Report report : article) {
            report.restated = roots.stream()
                    .filter(root -> restates(report, root))
                    .findFirst()
                    .orElse(null);
            if (report.restated == null) {
                roots.add(report);
            }
        }
        before.stream().filter(report -> report.restated != null).forEach(this::withdraw);
        roots.stream().filter(report -> report.leader == null).forEach(this::stand);
    }

    /**
     * Whether a report says what {@code root} says in the same article. An article comes back to what it reports more often than it
     * reports two acts of one kind: so it does unless each has names or days that the other lacks and few words are shared.
     */
    private boolean restates(Report report, Report root) {
        return report.time() - root.time() <= window
                && (headline(report)
                        || !report.wording().namesOthersThan(root.wording())
                        || report.wording().overlap(root.wording()) >= settings.restateBound());
    }

    private static boolean headline(Report report) {
        Statement statement = report.statement();
        return statement
                .getTitle()
                .map(String::strip)
                .equals(Optional.of(statement.getSentence().strip()));
    }

    private void stand(Report report) {
        standing.add(-Collections.binarySearch(standing, report, Report.ORDER) - 1, report);
        agenda.add(report);
        settle();
    }

    private void withdraw(Report report) {
        if (report.leader != null) {
            standing.remove(Collections.binarySearch(standing, report, Report.ORDER));
            leave(report);
            settle();
        }
    }

    private void settle() {
        for (Report next = agenda.pollFirst(); next != null; next = agenda.pollFirst()) {
            place(next);
        }
    }

    private void place(Report report) {
        Report found = firstMatch(report);
        Report leader = found == null ? report : found;
        if (leader == report.leader) {
            return;
        }
        leave(report);
        touch(leader);
        report.leader = leader;
        if (leader == report) {
            leaders.add(-Collections.binarySearch(leaders, report, Report.ORDER) - 1, report);
            index.add(report);
            attract(report);
        } else {
            leader.add(report);
        }
    }

    private void leave(Report report) {
        Report leader = report.leader;
        if (leader == null) {
            return;
        }
        touch(leader);
        if (leader == report) {
            leaders.remove(Collections.binarySearch(leaders, report, Report.ORDER));
            index.remove(report);
            agenda.addAll(report.members());
            report.members().forEach(member -> member.leader = null);
            report.dismiss();
        } else {
            leader.remove(report);
        }
        report.leader = null;
    }

    private void touch(Report leader) {
        touched.putIfAbsent(leader, leader.leads());
    }

    /** Calls up the later reports that would rather follow {@code leader} than the one they follow. */
    private void attract(Report leader) {
        for (int i = firstAfter(standing, leader.time()); i < standing.size(); i++) {
            Report report = standing.get(i);
            if (report.time() - leader.time() > window) {
                return;
            }
            if (leader.before(report)
                    && report.leader != null
                    && leader.before(report.leader)
                    && joins(report, leader)) {
                agenda.add(report);
            }
        }
    }

    private @Nullable Report firstMatch(Report report) {
        Report[] first = new Report[1];
        index.candidates(report, leader -> {
            if (leader.before(first[0] == null ? report : first[0])
                    && report.time() - leader.time() <= window
                    && joins(report, leader)) {
                first[0] = leader;
            }
        });
        return first[0];
    }

    private boolean joins(Report report, Report leader) {
        return report.wording()
                .joins(leader.wording(), settings.copyBound(), settings.reportBound(), !report.sameFamily(leader));
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
     * Forgets the events whose leaders were published before {@code time}: nothing that may still come can change them.
     *
     * @return their statements
     */
    List<Statement> forget(long time) {
        hours.removeIf(hour -> hour < Forgetting.hour(time));
        List<Report> gone = new ArrayList<>();
        List<Report> old = leaders.subList(0, firstAfter(leaders, time));
        for (Report leader : old) {
            index.remove(leader);
            gone.add(leader);
            gone.addAll(leader.members());
        }
        old.clear();
        List<Statement> statements = new ArrayList<>();
        for (Report report : gone) {
            standing.remove(Collections.binarySearch(standing, report, Report.ORDER));
            drop(report, statements);
        }
        return statements;
    }

    private void drop(Report root, List<Statement> statements) {
        String id = root.statement().getArticleId();
        List<Report> article = byArticle.getOrDefault(id, List.of());
        article.removeIf(report -> {
            boolean drop = report == root || report.restated == root;
            if (drop) {
                byId.remove(report.id());
                statements.add(report.statement());
            }
            return drop;
        });
        if (article.isEmpty()) {
            byArticle.remove(id);
        }
    }
}
