package io.entente.relation;

import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.relation.similarity.TextFingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reports of one pair in one article. Decides which of them stand for themselves, and what the article as a whole says of each: how sure it
 * is of the act, whether both sides do it, and whether an accusation only passes the act on.
 */
final class ArticleReports {
    private static final int MOST_RETELLINGS = 2;

    private final List<Report> reports = new ArrayList<>(2);

    /** All of them: those that stand and those that restate one. */
    List<Report> all() {
        return Collections.unmodifiableList(reports);
    }

    void add(Report report) {
        reports.add(report);
    }

    void remove(Report report) {
        reports.remove(report);
    }

    boolean isEmpty() {
        return reports.isEmpty();
    }

    /** Takes away a report that stands, and those that restate it. */
    List<Report> drop(Report root) {
        List<Report> dropped = reports.stream()
                .filter(report -> report == root || report.restated == root)
                .toList();
        reports.removeAll(dropped);
        return dropped;
    }

    /** Decides again. */
    void settle(Restatement restatement) {
        reports.sort(Report.IN_ARTICLE);
        reports.forEach(Report::reset);
        List<Report> roots = new ArrayList<>(reports.size());
        for (Report report : reports) {
            report.restated = roots.stream()
                    .filter(root -> restatement.restates(report, root))
                    .findFirst()
                    .orElseGet(() -> report.headline() ? headed(report) : null);
            if (report.restated == null) {
                roots.add(report);
            }
        }
        for (Report report : reports) {
            if (report.restated != null) {
                report.restated.prominent |= report.prominent;
            }
            if (report.restated != null
                    && report.statement().getEvent()
                            == report.restated.statement().getEvent()) {
                merge(report, report.restated);
            }
        }
        for (Report root : roots) {
            root.types = types(root);
            root.tellings = new Tellings(root.wording(), retellings(root));
            root.passesOn = passedOn(root.statement());
            if (root.passesOn != null && root.passesOn.status != Status.REPORTED) {
                root.restated = root.passesOn;
            }
        }
        for (Report report : reports) {
            if (report.restated != null && report.restated.restated != null) {
                report.restated = report.restated.restated;
            }
        }
        roots.stream()
                .filter(root -> root.restated == null && Kinship.answer(root))
                .forEach(root -> {
                    root.answers = answered(root, roots);
                    root.prominent &= root.answers == null || !subordinate(root, root.answers);
                });
    }

    /** Whether the article only adds the answer to the sentence in which it reports the act. */
    private boolean subordinate(Report answer, Report act) {
        return answer.inSentenceOf(act)
                && answer.statement().getTriggerBegin() > act.statement().getTriggerBegin()
                && reports.stream()
                        .noneMatch(report ->
                                report.restated == answer && report.prominent && !report.inSentenceOf(answer));
    }

    /** What the article says below a headline that says it, too, as part of another act. */
    private @Nullable Report headed(Report headline) {
        return reports.stream()
                .takeWhile(report -> report != headline)
                .filter(report -> report.restated != null && Kinship.sameDeed(headline, report))
                .map(report -> report.restated)
                .findFirst()
                .orElse(null);
    }

    /**
     * The act that a protest or a threat answers: what the other side does in its sentence, else above it in the headline or the first
     * sentence of the article. Null if there is none, or more than one.
     */
    private static @Nullable Report answered(Report answer, List<Report> roots) {
        List<Report> acts = roots.stream()
                .filter(root -> root.restated == null
                        && root.forward() != answer.forward()
                        && !Kinship.answer(root)
                        && root.statement().getQuad() == QuadClass.MATERIAL_CONFLICT)
                .toList();
        return only(acts.stream().filter(answer::inSentenceOf).toList())
                .or(() -> only(acts.stream()
                        .filter(act -> act.prominent
                                && act.statement().getBegin()
                                        < answer.statement().getBegin())
                        .toList()))
                .orElse(null);
    }

    private static Optional<Report> only(List<Report> reports) {
        return reports.size() == 1 ? Optional.of(reports.get(0)) : Optional.empty();
    }

    private TypeSet types(Report root) {
        TypeSet types = TypeSet.of(root.type());
        for (Report report : reports) {
            if (report.restated == root && Kinship.alternative(report, root)) {
                types = types.with(report.type());
            }
        }
        return types;
    }

    /** How the article tells the act of {@code root} in other sentences, as far as they say what it was about. */
    private List<TextFingerprint> retellings(Report root) {
        return reports.stream()
                .filter(report -> !report.inSentenceOf(root) && (retells(report, root) || opensWith(report, root)))
                .map(Report::wording)
                .filter(TextFingerprint::telling)
                .distinct()
                .limit(MOST_RETELLINGS)
                .toList();
    }

    private static boolean retells(Report report, Report root) {
        return report.restated == root && root.types.contains(report.type());
    }

    /**
     * Whether the report opens the article that mentions the deed of {@code root} further down, and no other of its kind: then it says what it
     * is about.
     */
    private boolean opensWith(Report report, Report root) {
        return report.prominent
                && !root.prominent
                && root.statement().getQuad() == QuadClass.MATERIAL_CONFLICT
                && reports.stream()
                        .noneMatch(other -> other != root && other.restated != root && Kinship.sameDeed(other, root));
    }

    private static void merge(Report report, Report root) {
        if (!report.statement().getSource().equals(root.statement().getSource())) {
            root.mutual = true;
        } else if (Report.surer(report.statement().getStatus(), root.status)) {
            root.status = report.statement().getStatus();
        }
    }

    /** The act that an accusation is made of: the accused one's, in the same words. */
    private @Nullable Report passedOn(Statement accusation) {
        if (accusation.getEvent() != EventType.ACCUSE || accusation.getTriggerBegin() < 0) {
            return null;
        }
        for (Report report : reports) {
            Statement act = report.statement();
            if (act.getStatus() == Status.REPORTED
                    && act.getEvent() != EventType.ACCUSE
                    && act.getSource().equals(accusation.getTarget())
                    && act.getTriggerBegin() == accusation.getTriggerBegin()) {
                return report.restated == null ? report : report.restated;
            }
        }
        return null;
    }
}
