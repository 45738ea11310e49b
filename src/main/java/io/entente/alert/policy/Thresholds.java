package io.entente.alert.policy;

import io.entente.avro.AlertKind;
import io.entente.avro.AlertThreshold;
import java.util.List;

/** The thresholds that bear on each kind, by their keys in alerts.yaml. */
public record Thresholds(AlertPolicy policy) {

    public List<AlertThreshold> of(AlertKind kind) {
        return switch (kind) {
            case VOLUME_SURGE ->
                List.of(
                        counts("info", policy.counts().info()),
                        counts("warning", policy.counts().warning()),
                        counts("critical", policy.counts().critical()),
                        counts("ratio", policy.counts().ratio()),
                        counts("volumeStories", policy.counts().volumeStories()),
                        families());
            case TENSION_SURGE ->
                List.of(
                        counts("info", policy.counts().info()),
                        counts("warning", policy.counts().warning()),
                        counts("critical", policy.counts().critical()),
                        counts("ratio", policy.counts().ratio()),
                        counts("tensionStories", policy.counts().tensionStories()),
                        tone("info", policy.tone().info()),
                        tone("warning", policy.tone().warning()),
                        tone("critical", policy.tone().critical()),
                        escalation("stories", policy.escalation().stories()),
                        escalation("days", policy.escalation().days()),
                        escalation("spanDays", policy.escalation().spanDays()),
                        escalation("expectedAtMost", policy.escalation().expectedAtMost()),
                        escalation("answerDays", policy.escalation().answerDays()),
                        escalation("answerExpectedAtMost", policy.escalation().answerExpectedAtMost()),
                        families());
            case THAW ->
                List.of(
                        tone("info", policy.tone().info()),
                        tone("warning", policy.tone().warning()),
                        tone("critical", policy.tone().critical()),
                        new AlertThreshold("turn.probability", policy.turn().probability()),
                        new AlertThreshold(
                                "turn.stories", (double) policy.turn().stories()),
                        families());
            case FIRST_CONTACT ->
                List.of(
                        new AlertThreshold(
                                "contact.youngDays", (double) policy.contact().youngDays()),
                        new AlertThreshold(
                                "contact.others", (double) policy.contact().others()),
                        new AlertThreshold("contact.silence", policy.contact().silence()),
                        families());
            case BREAKTHROUGH ->
                List.of(
                        new AlertThreshold(
                                "breakthrough.rareBelow", policy.breakthrough().rareBelow()),
                        new AlertThreshold(
                                "breakthrough.commonFrom", policy.breakthrough().commonFrom()),
                        new AlertThreshold(
                                "breakthrough.hostileStories",
                                policy.breakthrough().hostileStories()),
                        families());
            case RENEWED_CONTACT ->
                List.of(
                        new AlertThreshold(
                                "contact.gapDays", (double) policy.contact().gapDays()),
                        new AlertThreshold("contact.gapRatio", policy.contact().gapRatio()),
                        families());
            case SEVERE_EVENT ->
                List.of(
                        new AlertThreshold("severe.rareBelow", policy.severe().rareBelow()),
                        new AlertThreshold("severe.commonFrom", policy.severe().commonFrom()),
                        new AlertThreshold(
                                "severe.strangersSure", policy.severe().strangersSure()),
                        families());
            case FEED_SURGE, FEED_DROP, OTHER ->
                List.of(
                        counts("info", policy.counts().info()),
                        counts("warning", policy.counts().warning()),
                        counts("critical", policy.counts().critical()),
                        counts("ratio", policy.counts().ratio()),
                        new AlertThreshold("feed.dropExpected", policy.feed().dropExpected()));
        };
    }

    private static AlertThreshold counts(String name, double value) {
        return new AlertThreshold("counts." + name, value);
    }

    private static AlertThreshold tone(String name, double value) {
        return new AlertThreshold("tone." + name, value);
    }

    private static AlertThreshold escalation(String name, double value) {
        return new AlertThreshold("escalation." + name, value);
    }

    private AlertThreshold families() {
        return new AlertThreshold("outletFamilies", (double) policy.outletFamilies());
    }
}
