package io.entente.relation;

import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import java.time.Instant;

/** Statements for tests. */
final class Sample {
    static final Instant START = Instant.parse("2024-03-17T07:00:00Z");

    private Sample() {}

    /** An accusation of Vietnam against Canada, which tests change at will. */
    static Statement.Builder statement(String article, String outlet, String sentence) {
        return Statement.newBuilder()
                .setId(article + "/" + Integer.toHexString(sentence.hashCode()))
                .setArticleId(article)
                .setOutlet(outlet)
                .setPublishedAt(START)
                .setSource("VNM")
                .setSourceText("Vietnam")
                .setTarget("CAN")
                .setTargetText("Canada")
                .setEvent(EventType.ACCUSE)
                .setQuad(QuadClass.VERBAL_CONFLICT)
                .setSign(-1)
                .setSentiment(-0.5)
                .setIntensity(-2)
                .setStatus(Status.ASSERTED)
                .setSentence(sentence)
                .setBegin(0)
                .setEnd(sentence.length())
                .setTrigger("criticised")
                .setRule("test")
                .setConfidence(0.9);
    }
}
