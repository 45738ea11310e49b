package io.entente.coder.rules.candidate;

import java.util.Comparator;

/**
 * What a candidate rests on. Of two candidates with the same actors and type the better founded one stays.
 *
 * @param rule the rule that found it
 * @param evidence how well the words support it
 * @param infinitive whether it depends on another verb, so that its actors are less sure
 */
public record Grounds(Rule rule, EvidenceGrade evidence, boolean infinitive) {
    private static final Comparator<Grounds> BEST_FIRST =
            Comparator.comparing(Grounds::evidence).thenComparing(Grounds::infinitive);

    /** The same in an infinitive that depends on another verb, or not. */
    public Grounds inInfinitive(boolean depends) {
        return new Grounds(rule, evidence, depends);
    }

    boolean betterThan(Grounds other) {
        return BEST_FIRST.compare(this, other) < 0;
    }
}
