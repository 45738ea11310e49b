package io.entente.coder.rules.candidate;

import java.util.Locale;

/** The rules that find events, by the names that statements and reliability.tsv have for them, each with what it usually rests on. */
public enum Rule {
    /** A verb with its subject and its target. */
    CLAUSE(EvidenceGrade.IN_PLACE),
    CLAUSE_ELSEWHERE(EvidenceGrade.ELSEWHERE),
    CLAUSE_IMPLIED(EvidenceGrade.IMPLIED),
    PASSIVE(EvidenceGrade.IN_PLACE),
    PASSIVE_ELSEWHERE(EvidenceGrade.ELSEWHERE),
    PASSIVE_IMPLIED(EvidenceGrade.IMPLIED),
    /** What several do with each other. */
    MUTUAL(EvidenceGrade.IN_PLACE),
    JOINTLY(EvidenceGrade.ELSEWHERE),
    JOINT_FORCES(EvidenceGrade.INDIRECT),
    JOINT_STANCE(EvidenceGrade.INDIRECT),
    UNDERTAKING(EvidenceGrade.INDIRECT),
    /** What a noun names, alone or under a verb. */
    NOUN(EvidenceGrade.INDIRECT),
    NOUN_INFERRED(EvidenceGrade.ELSEWHERE),
    ADJUNCT(EvidenceGrade.INDIRECT),
    LIGHT_VERB(EvidenceGrade.IN_PLACE),
    LIFTED(EvidenceGrade.IN_PLACE),
    ANNOUNCED(EvidenceGrade.IN_PLACE),
    ANSWER(EvidenceGrade.IN_PLACE),
    ANSWER_IMPLIED(EvidenceGrade.IMPLIED),
    DEFENDED(EvidenceGrade.IN_PLACE),
    GLEE(EvidenceGrade.IN_PLACE),
    AIRED(EvidenceGrade.INDIRECT),
    /** A subject that is not who acts. */
    SWAPPED(EvidenceGrade.IN_PLACE),
    EXPERIENCER(EvidenceGrade.ELSEWHERE),
    /** What is done by speaking. */
    APPEAL(EvidenceGrade.IN_PLACE),
    COMMAND(EvidenceGrade.INDIRECT),
    DEMAND(EvidenceGrade.INDIRECT),
    ULTIMATUM(EvidenceGrade.IN_PLACE),
    EXPULSION(EvidenceGrade.IN_PLACE),
    THREAT(EvidenceGrade.INDIRECT),
    DOOM(EvidenceGrade.INDIRECT),
    REPLY(EvidenceGrade.INDIRECT),
    PROMISE(EvidenceGrade.IMPLIED),
    DENIAL(EvidenceGrade.IMPLIED),
    REFUSAL(EvidenceGrade.INDIRECT),
    REFUSED(EvidenceGrade.INDIRECT),
    DEFIANCE(EvidenceGrade.INDIRECT),
    /** What judging words say of somebody. */
    JUDGED(EvidenceGrade.INDIRECT),
    PRAISE(EvidenceGrade.IMPLIED),
    REPROACH(EvidenceGrade.ELSEWHERE),
    COMPLAINT(EvidenceGrade.IN_PLACE),
    REMARK(EvidenceGrade.IMPLIED),
    REMARK_ABOUT(EvidenceGrade.IMPLIED),
    /** What turns an act into another one, or adds one to it. */
    CONDITION(EvidenceGrade.IN_PLACE),
    PURPOSE(EvidenceGrade.IN_PLACE),
    REQUESTED(EvidenceGrade.ELSEWHERE),
    LENT(EvidenceGrade.IN_PLACE),
    GIFT(EvidenceGrade.ELSEWHERE),
    SWITCH(EvidenceGrade.IN_PLACE),
    NOT_ALLOWED(EvidenceGrade.IN_PLACE),
    STOPPED(EvidenceGrade.IN_PLACE),
    /** What a clause leaves out and the one before it says. */
    GAPPING(EvidenceGrade.INDIRECT),
    /** What follows from the sentence as a whole. */
    CUSTODY(EvidenceGrade.IMPLIED),
    GROUND(EvidenceGrade.IMPLIED),
    VISITED(EvidenceGrade.IMPLIED),
    MEASURE(EvidenceGrade.IMPLIED),
    EXTRADITED(EvidenceGrade.IMPLIED),
    ANSWERED(EvidenceGrade.IMPLIED),
    APPEALED(EvidenceGrade.IMPLIED),
    INTRUSION(EvidenceGrade.IMPLIED),
    MEDIATED(EvidenceGrade.IMPLIED),
    PROVOCATION(EvidenceGrade.IMPLIED),
    DETERRENCE(EvidenceGrade.IMPLIED),
    EXCLUDED(EvidenceGrade.IMPLIED),
    FOLLOWED(EvidenceGrade.IMPLIED),
    REJOINDER(EvidenceGrade.IMPLIED),
    AGREED(EvidenceGrade.IMPLIED);

    private final EvidenceGrade evidence;
    private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    Rule(EvidenceGrade evidence) {
        this.evidence = evidence;
    }

    /** The rule that reads a verb in its clause, by where the clause has its target. */
    public static Rule clause(boolean passive, EvidenceGrade target) {
        return switch (target) {
            case IN_PLACE -> passive ? PASSIVE : CLAUSE;
            case ELSEWHERE, INDIRECT -> passive ? PASSIVE_ELSEWHERE : CLAUSE_ELSEWHERE;
            case IMPLIED -> passive ? PASSIVE_IMPLIED : CLAUSE_IMPLIED;
        };
    }

    /** A candidate's grounds where this rule found it as it usually does. */
    public Grounds grounds() {
        return at(evidence);
    }

    /** A candidate's grounds where this rule found it by other evidence. */
    public Grounds at(EvidenceGrade other) {
        return new Grounds(this, other, false);
    }

    /** The name in statements: "clause elsewhere". */
    public String label() {
        return label;
    }
}
