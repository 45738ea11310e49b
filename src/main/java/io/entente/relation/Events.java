package io.entente.relation;

import io.entente.avro.Event;
import io.entente.avro.EventReport;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.digest.Sha256;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the events that reports form. */
final class Events {
    private static final int MOST_MEMBERS = 50;
    private static final int MOST_FAMILIES = 100;
    private static final int ID_BYTES = 10;

    private Events() {}

    /** The id of the event that a statement leads: the beginning of the SHA-256 of its id, in hexadecimal digits. */
    static String id(String statementId) {
        return Sha256.hex(statementId, ID_BYTES);
    }

    /** The event that {@code leader} and its members form: a function of their statements. */
    static Event write(String pair, Report leader, double copyBound) {
        Statement leading = leader.statement();
        List<Report> all = oneAnArticle(leader);
        List<Report> independent = leader.members.independent(copyBound);
        Status status = strongest(all);
        return Event.newBuilder()
                .setId(id(leader.id()))
                .setPair(pair)
                .setSource(leading.getSource())
                .setSourceKind(leading.getSourceKind())
                .setTarget(leading.getTarget())
                .setTargetKind(leading.getTargetKind())
                .setEvent(leading.getEvent())
                .setMutual(leader.mutual)
                .setProminent(all.stream().anyMatch(report -> report.prominent))
                .setCameoRoot(leading.getCameoRoot().orElse(null))
                .setQuad(leading.getQuad())
                .setSign(leading.getSign())
                .setSentiment(mean(independent, Statement::getSentiment))
                .setIntensity(mean(independent, Statement::getIntensity))
                .setStatus(status)
                .setSevereClass(severeClass(all, status))
                .setPublishedAt(leading.getPublishedAt())
                .setLastReportedAt(all.get(all.size() - 1).statement().getPublishedAt())
                .setStatementId(leading.getId())
                .setArticleId(leading.getArticleId())
                .setTitle(leading.getTitle().orElse(null))
                .setUrl(leading.getUrl().orElse(null))
                .setOutlet(leading.getOutlet().orElse(null))
                .setSpeaker(leading.getSpeaker().orElse(null))
                .setSentence(leading.getSentence())
                .setTrigger(leading.getTrigger())
                .setRule(leading.getRule())
                .setConfidence(all.stream()
                        .mapToDouble(report -> report.statement().getConfidence())
                        .max()
                        .orElseThrow())
                .setReports(independent.size())
                .setCopies(all.size() - independent.size())
                .setFamilies(families(independent))
                .setOutlets(families(all))
                .setMembers(members(all, Set.copyOf(independent)))
                .setFirstWatermark(leading.getWatermark().orElse(null))
                .setWatermark(largestWatermark(all))
                .build();
    }

    /** The leader and its members, the first of each article. */
    private static List<Report> oneAnArticle(Report leader) {
        Map<String, Report> byArticle = new LinkedHashMap<>();
        byArticle.put(leader.statement().getArticleId(), leader);
        leader.members
                .all()
                .forEach(member -> byArticle.putIfAbsent(member.statement().getArticleId(), member));
        return List.copyOf(byArticle.values());
    }

    private static double mean(List<Report> reports, Function<Statement, Double> value) {
        double sum = 0;
        for (Report report : reports) {
            sum += value.apply(report.statement());
        }
        return sum / reports.size();
    }

    private static Status strongest(List<Report> reports) {
        Set<Status> found = EnumSet.noneOf(Status.class);
        reports.forEach(report -> found.add(report.status));
        return Stream.of(Status.ASSERTED, Status.INTENDED, Status.REPORTED)
                .filter(found::contains)
                .findFirst()
                .orElseThrow();
    }

    /** The first class found among the statements of the event's own status; an allegation is never severe. */
    private static @Nullable String severeClass(List<Report> reports, Status status) {
        if (status == Status.REPORTED) {
            return null;
        }
        return reports.stream()
                .filter(report -> report.status == status && !report.lookingBack())
                .flatMap(report -> report.statement().getSevereClass().stream())
                .findFirst()
                .orElse(null);
    }

    private static List<String> families(List<Report> reports) {
        TreeSet<String> families = new TreeSet<>();
        for (Report report : reports) {
            if (report.family() != null && families.size() < MOST_FAMILIES) {
                families.add(report.family());
            }
        }
        return List.copyOf(families);
    }

    private static List<EventReport> members(List<Report> reports, Set<Report> independent) {
        return reports.stream()
                .limit(MOST_MEMBERS)
                .map(report -> EventReport.newBuilder()
                        .setStatementId(report.id())
                        .setArticleId(report.statement().getArticleId())
                        .setOutlet(report.statement().getOutlet().orElse(null))
                        .setFamily(report.family())
                        .setUrl(report.statement().getUrl().orElse(null))
                        .setPublishedAt(report.statement().getPublishedAt())
                        .setCopy(!independent.contains(report))
                        .setSentiment(report.statement().getSentiment())
                        .setIntensity(report.statement().getIntensity())
                        .setConfidence(report.statement().getConfidence())
                        .build())
                .toList();
    }

    private static @Nullable Instant largestWatermark(List<Report> reports) {
        return reports.stream()
                .map(report -> report.statement().getWatermark().orElse(null))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
