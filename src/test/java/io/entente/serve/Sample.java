package io.entente.serve;

import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.DirectionTotals;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.EventReport;
import io.entente.avro.EventType;
import io.entente.avro.Granularity;
import io.entente.avro.QuadClass;
import io.entente.avro.RelationWindow;
import io.entente.avro.Severity;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.relation.Pair;
import java.time.Instant;
import java.util.List;

/** Records for tests. */
public final class Sample {
    public static final Instant NOON = Instant.parse("2024-03-10T12:00:00Z");

    private Sample() {}

    public static Event event(String id, String source, String target, Instant at) {
        return Event.newBuilder()
                .setId(id)
                .setPair(Pair.of(source, target).toString())
                .setSource(source)
                .setTarget(target)
                .setEvent(EventType.ACCUSE)
                .setQuad(QuadClass.VERBAL_CONFLICT)
                .setSign(-1)
                .setSentiment(-0.5)
                .setIntensity(-2.0)
                .setStatus(Status.ASSERTED)
                .setPublishedAt(at)
                .setLastReportedAt(at)
                .setStatementId("s-" + id)
                .setArticleId("a-" + id)
                .setTitle("Minister accuses neighbour")
                .setUrl("https://example.org/" + id)
                .setOutlet("Andes Ledger")
                .setSentence("The minister accused the neighbour of theft.")
                .setTrigger("accused")
                .setRule("test")
                .setConfidence(0.9)
                .setReports(1)
                .setCopies(0)
                .setFamilies(List.of("andes ledger"))
                .setMembers(List.of(EventReport.newBuilder()
                        .setStatementId("s-" + id)
                        .setArticleId("a-" + id)
                        .setOutlet("Andes Ledger")
                        .setPublishedAt(at)
                        .setCopy(false)
                        .build()))
                .build();
    }

    public static Statement statement(String id, String source, String target, Instant at) {
        return Statement.newBuilder()
                .setId(id)
                .setArticleId("a-" + id)
                .setUrl("https://example.org/" + id)
                .setOutlet("Andes Ledger")
                .setPublishedAt(at)
                .setSource(source)
                .setTarget(target)
                .setEvent(EventType.ACCUSE)
                .setQuad(QuadClass.VERBAL_CONFLICT)
                .setSign(-1)
                .setSentiment(-0.5)
                .setIntensity(-2.0)
                .setStatus(Status.ASSERTED)
                .setSentence("The minister accused the neighbour of theft.")
                .setBegin(0)
                .setEnd(44)
                .setTrigger("accused")
                .setRule("test")
                .setConfidence(0.9)
                .build();
    }

    public static EnrichedArticle article(String id, Statement... statements) {
        return EnrichedArticle.newBuilder()
                .setId(id)
                .setTitle("Minister accuses neighbour")
                .setBody("The minister accused the neighbour of theft.")
                .setLanguage("en")
                .setPublishedAt(NOON)
                .setMentions(List.of())
                .setStatements(List.of(statements))
                .build();
    }

    /** {@code events} hostile events in each direction. */
    public static RelationWindow window(String pair, Granularity granularity, Instant start, int events) {
        return RelationWindow.newBuilder()
                .setPair(pair)
                .setGranularity(granularity)
                .setStart(start)
                .setForward(totals(events))
                .setBackward(totals(events))
                .setOutlets(1)
                .setFirstEventAt(start)
                .setLastEventAt(start.plusSeconds(60))
                .setStrongest(List.of("e1"))
                .setTension(50)
                .build();
    }

    private static DirectionTotals totals(int events) {
        return DirectionTotals.newBuilder()
                .setEvents(events)
                .setVerbalCooperation(0)
                .setMaterialCooperation(0)
                .setVerbalConflict(events)
                .setMaterialConflict(0)
                .setNeutral(0)
                .setReported(0)
                .setSentimentSum(-500_000L * events)
                .setSentimentSquares(250_000L * events)
                .setIntensitySum(-2_000_000L * events)
                .setIntensitySquares(4_000_000L * events)
                .setConflict(2_000_000L * events)
                .setCooperation(0)
                .build();
    }

    public static Alert alert(String id, String pair, AlertState state, Instant at) {
        String[] codes = pair.split("-");
        return Alert.newBuilder()
                .setId(id)
                .setVersion(1)
                .setEpisodeId("episode-" + pair)
                .setPair(pair)
                .setSource(codes[0])
                .setTarget(codes[1])
                .setKind(AlertKind.TENSION_SURGE)
                .setSeverity(Severity.WARNING)
                .setState(state)
                .setProvisional(false)
                .setOpenedAt(at)
                .setUpdatedAt(at)
                .setWindowStart(at)
                .setWindowDays(1)
                .setObserved(9.0)
                .setExpected(1.5)
                .setFamilies(List.of("andes ledger"))
                .setEvidence(List.of(AlertEvidence.newBuilder()
                        .setEventId("e1")
                        .setArticleId("a-e1")
                        .setPublishedAt(at)
                        .setSource(codes[0])
                        .setTarget(codes[1])
                        .setEvent(EventType.ACCUSE)
                        .setStatus(Status.ASSERTED)
                        .setSentiment(-0.5)
                        .setIntensity(-2)
                        .setSentence("The minister accused the neighbour of theft.")
                        .setTrigger("accused")
                        .setFamilies(List.of("andes ledger"))
                        .setReports(1)
                        .setCopies(0)
                        .build()))
                .setThresholds(List.of())
                .setMessage("Tension rose.")
                .build();
    }
}
