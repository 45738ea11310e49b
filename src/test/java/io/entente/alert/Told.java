package io.entente.alert;

import io.entente.avro.ActorKind;
import io.entente.avro.Event;
import io.entente.avro.EventReport;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Makes events for tests: what one article says. */
final class Told {
    private final String article;
    private final Instant at;
    private String outlet = "Paper";
    private Status status = Status.ASSERTED;
    private String severeClass;
    private Double sentiment;
    private double confidence = 1;
    private boolean mutual;
    private String sentence;
    private Instant firstWatermark;
    private final List<String> copiedBy = new ArrayList<>();
    private final List<EventReport> reports = new ArrayList<>();

    Told(String article, Instant at) {
        this.article = article;
        this.at = at;
    }

    static Told article(String id, String at) {
        return new Told(id, Instant.parse(at));
    }

    Told by(String name) {
        outlet = name;
        return this;
    }

    Told as(Status other) {
        status = other;
        return this;
    }

    Told severe(String name) {
        severeClass = name;
        return this;
    }

    Told saying(String text) {
        sentence = text;
        return this;
    }

    Told sentiment(double value) {
        sentiment = value;
        return this;
    }

    Told confidence(double value) {
        confidence = value;
        return this;
    }

    /** Both sides do it. */
    Told mutual() {
        mutual = true;
        return this;
    }

    Told seenAt(Instant watermark) {
        firstWatermark = watermark;
        return this;
    }

    Told copiedBy(String... outlets) {
        copiedBy.addAll(List.of(outlets));
        return this;
    }

    /** Also reported by another family. */
    Told reportedBy(String family, Instant when) {
        reports.add(report("r-" + family, family, when, false));
        return this;
    }

    Event event(String source, EventType type, String target) {
        int sign = sign(type);
        double toward = sentiment == null ? 0.5 * sign : sentiment;
        List<EventReport> members = new ArrayList<>();
        members.add(report(article, outlet, at, false));
        copiedBy.forEach(name -> members.add(report("c-" + name, name, at.plusSeconds(60), true)));
        members.addAll(reports);
        TreeSet<String> families = new TreeSet<>();
        members.forEach(member -> families.add(member.getFamily().orElseThrow()));
        return Event.newBuilder()
                .setId(article + '.' + source + '.' + type)
                .setPair(pair(source, target))
                .setSource(source)
                .setSourceKind(ActorKind.COUNTRY)
                .setTarget(target)
                .setTargetKind(ActorKind.COUNTRY)
                .setEvent(type)
                .setQuad(QuadClass.NEUTRAL)
                .setMutual(mutual)
                .setSign(sign)
                .setSentiment(toward)
                .setIntensity(10 * toward)
                .setStatus(status)
                .setSevereClass(severeClass)
                .setPublishedAt(at)
                .setLastReportedAt(at)
                .setStatementId("s-" + article)
                .setArticleId(article)
                .setOutlet(outlet)
                .setSentence(sentence == null ? source + ' ' + type + ' ' + target : sentence)
                .setTrigger(type.name())
                .setRule("test")
                .setConfidence(confidence)
                .setReports(1 + reports.size())
                .setCopies(copiedBy.size())
                .setFamilies(List.copyOf(families))
                .setMembers(members)
                .setFirstWatermark(firstWatermark)
                .setWatermark(firstWatermark)
                .build();
    }

    private EventReport report(String articleId, String family, Instant when, boolean copy) {
        double toward = sentiment == null ? 0 : sentiment;
        return EventReport.newBuilder()
                .setStatementId("s-" + articleId)
                .setArticleId(articleId)
                .setOutlet(family)
                .setFamily(family)
                .setPublishedAt(when)
                .setCopy(copy)
                .setSentiment(sentiment == null ? null : toward)
                .build();
    }

    static String pair(String one, String other) {
        return one.compareTo(other) < 0 ? one + '-' + other : other + '-' + one;
    }

    private static int sign(EventType type) {
        return switch (type) {
            case AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT -> 1;
            case REQUEST, STATEMENT -> 0;
            default -> -1;
        };
    }
}
