package io.entente.alert.policy;

import java.util.ArrayList;
import java.util.List;

/** What the values of an {@link AlertPolicy} must satisfy. */
final class PolicyRules {
    private final List<String> faults = new ArrayList<>();

    PolicyRules(AlertPolicy policy) {
        range("closing.graceHours", policy.closing().graceHours(), 0, 72);
        range(
                "closing.rebuildHours",
                policy.closing().rebuildHours(),
                policy.closing().graceHours(),
                24 * 28);
        range("warmUpDays", policy.warmUpDays(), 1, 365);
        range("coolDownDays", policy.coolDownDays(), 0, 28);
        range("newNormalDays", policy.newNormalDays(), 7, 365);
        range("outletFamilies", policy.outletFamilies(), 1, 10);
        counts(policy.counts());
        range("tone.info", policy.tone().info(), 1.01, 1e9);
        range("tone.warning", policy.tone().warning(), policy.tone().info(), 1e9);
        range("tone.critical", policy.tone().critical(), policy.tone().warning(), 1e9);
        turn(policy.turn());
        contact(policy.contact());
        severe(policy.severe());
        breakthrough(policy.breakthrough());
        escalation(policy.escalation());
        range("feed.dropExpected", policy.feed().dropExpected(), 5, 1e9);
    }

    /** What is wrong, each as a clause that names the key and the range; empty if nothing is. */
    List<String> faults() {
        return faults;
    }

    private void counts(AlertPolicy.Counts counts) {
        range("counts.info", counts.info(), 1e-12, 0.1);
        range("counts.warning", counts.warning(), 1e-12, counts.info());
        range("counts.critical", counts.critical(), 1e-12, counts.warning());
        range("counts.ratio", counts.ratio(), 1, 100);
        range("counts.volumeStories", counts.volumeStories(), 1, 1000);
        range("counts.tensionStories", counts.tensionStories(), 1, 1000);
        range("counts.calm", counts.calm(), 0.01, 1);
        range("counts.calmDays", counts.calmDays(), 1, 28);
        range("counts.calmDaysSparse", counts.calmDaysSparse(), 1, 28);
        range("counts.priorStories", counts.priorStories(), 1e-6, 100);
        range("counts.priorDays", counts.priorDays(), 1e-6, 365);
        range("counts.priorDispersion", counts.priorDispersion(), 0.02, 6);
        range("counts.halfLife", counts.halfLife(), 7, 365);
        range("counts.slowHalfLife", counts.slowHalfLife(), 7, 365);
    }

    private void turn(AlertPolicy.Turn turn) {
        range("turn.stories", turn.stories(), 2, 100);
        range("turn.withinDays", turn.withinDays(), 1, 90);
        range("turn.probability", turn.probability(), 1e-12, 0.2);
        range("turn.earlierAtLeast", turn.earlierAtLeast(), 1, 1000);
        range("turn.earlierAtMost", turn.earlierAtMost(), turn.earlierAtLeast(), 1000);
        range("turn.memoryDays", turn.memoryDays(), 7, 3650);
        range("turn.quietDays", turn.quietDays(), 1, 28);
        range("turn.againDays", turn.againDays(), 1, 365);
    }

    private void contact(AlertPolicy.Contact contact) {
        range("contact.earlierAtLeast", contact.earlierAtLeast(), 2, 1000);
        range("contact.gapDays", contact.gapDays(), 7, 3650);
        range("contact.gapRatio", contact.gapRatio(), 1, 1000);
        range("contact.youngDays", contact.youngDays(), 0, 3650);
        range("contact.others", contact.others(), 0, 1000);
        range("contact.silence", contact.silence(), 0, 1e6);
        range("contact.storiesADay", contact.storiesADay(), 0, 1e6);
        range("contact.familyDays", contact.familyDays(), 1, 7);
        range("contact.quietDays", contact.quietDays(), 1, 28);
    }

    private void severe(AlertPolicy.Severe severe) {
        range("severe.rareBelow", severe.rareBelow(), 0, 1);
        range("severe.commonFrom", severe.commonFrom(), severe.rareBelow(), 10);
        severe.ongoing().forEach((name, rate) -> range("severe.ongoing." + name, rate, 0, 10));
        range("severe.strangersFrom", severe.strangersFrom(), 0, 3650);
        range("severe.strangersBelow", severe.strangersBelow(), 0, 1000);
        range("severe.strangersSure", severe.strangersSure(), 0, 1);
        range("severe.quietDays", severe.quietDays(), 1, 28);
        range("severe.priorStories", severe.priorStories(), 1e-6, 100);
        range("severe.priorDays", severe.priorDays(), 1e-6, 365);
    }

    private void breakthrough(AlertPolicy.Breakthrough breakthrough) {
        range("breakthrough.rareBelow", breakthrough.rareBelow(), 0, 1);
        range("breakthrough.commonFrom", breakthrough.commonFrom(), breakthrough.rareBelow(), 10);
        range("breakthrough.hostileStories", breakthrough.hostileStories(), 0, 1000);
        range("breakthrough.memoryDays", breakthrough.memoryDays(), 7, 3650);
        range("breakthrough.quietDays", breakthrough.quietDays(), 1, 28);
        range("breakthrough.priorStories", breakthrough.priorStories(), 1e-6, 100);
        range("breakthrough.priorDays", breakthrough.priorDays(), 1e-6, 365);
    }

    private void escalation(AlertPolicy.Escalation escalation) {
        range("escalation.windowDays", escalation.windowDays(), 4, 90);
        range("escalation.stories", escalation.stories(), 2, 1000);
        range("escalation.days", escalation.days(), 1, escalation.windowDays());
        range("escalation.spanDays", escalation.spanDays(), 1, escalation.windowDays());
        range("escalation.expectedAtMost", escalation.expectedAtMost(), 0, 1000);
        range("escalation.memoryDays", escalation.memoryDays(), 7, 3650);
        range("escalation.answerDays", escalation.answerDays(), 0, 90);
        range("escalation.answerExpectedAtMost", escalation.answerExpectedAtMost(), 0, 10);
        range("escalation.quietDays", escalation.quietDays(), 1, 28);
    }

    private void range(String key, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            faults.add(key + " must be between " + number(from) + " and " + number(to) + ", not " + number(value));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
