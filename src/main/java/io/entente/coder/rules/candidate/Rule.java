package io.entente.coder.rules.candidate;

import java.util.Locale;

/** The rules that find events, by the names that statements and reliability.tsv have for them, each with what it usually rests on. */
public enum Rule {
    /** A verb with its subject and its target. */
    CLAUSE(Evidence.IN_PLACE),
    CLAUSE_ELSEWHERE(Evidence.ELSEWHERE),
    CLAUSE_IMPLIED(Evidence.IMPLIED),
    PASSIVE(Evidence.IN_PLACE),
    PASSIVE_ELSEWHERE(Evidence.ELSEWHERE),
    PASSIVE_IMPLIED(Evidence.IMPLIED),
    /** What several do with each other. */
    MUTUAL(Evidence.IN_PLACE),
    JOINTLY(Evidence.ELSEWHERE),
    JOINT_FORCES(Evidence.INDIRECT),
    JOINT_STANCE(Evidence.INDIRECT),
    UNDERTAKING(Evidence.INDIRECT),
    /** What a noun names, alone or under a verb. */
    NOUN(Evidence.INDIRECT),
    NOUN_INFERRED(Evidence.ELSEWHERE),
    ADJUNCT(Evidence.INDIRECT),
    LIGHT_VERB(Evidence.IN_PLACE),
    LIFTED(Evidence.IN_PLACE),
    ANNOUNCED(Evidence.IN_PLACE),
    ANSWER(Evidence.IN_PLACE),
    ANSWER_IMPLIED(Evidence.IMPLIED),
    DEFENDED(Evidence.IN_PLACE),
    GLEE(Evidence.IN_PLACE),
    AIRED(Evidence.INDIRECT),
    /** A subject that is not who acts. */
    SWAPPED(Evidence.IN_PLACE),
    EXPERIENCER(Evidence.ELSEWHERE),
    /** What is done by speaking. */
    APPEAL(Evidence.IN_PLACE),
    COMMAND(Evidence.INDIRECT),
    DEMAND(Evidence.INDIRECT),
    ULTIMATUM(Evidence.IN_PLACE),
    EXPULSION(Evidence.IN_PLACE),
    THREAT(Evidence.INDIRECT),
    DOOM(Evidence.INDIRECT),
    REPLY(Evidence.INDIRECT),
    PROMISE(Evidence.IMPLIED),
    DENIAL(Evidence.IMPLIED),
    REFUSAL(Evidence.INDIRECT),
    REFUSED(Evidence.INDIRECT),
    DEFIANCE(Evidence.INDIRECT),
    /** What judging words say of somebody. */
    JUDGED(Evidence.INDIRECT),
    PRAISE(Evidence.IMPLIED),
    REPROACH(Evidence.ELSEWHERE),
    COMPLAINT(Evidence.IN_PLACE),
    REMARK(Evidence.IMPLIED),
    REMARK_ABOUT(Evidence.IMPLIED),
    /** What turns an act into another one, or adds one to it. */
    CONDITION(Evidence.IN_PLACE),
    PURPOSE(Evidence.IN_PLACE),
    REQUESTED(Evidence.ELSEWHERE),
    LENT(Evidence.IN_PLACE),
    GIFT(Evidence.ELSEWHERE),
    SWITCH(Evidence.IN_PLACE),
    NOT_ALLOWED(Evidence.IN_PLACE),
    STOPPED(Evidence.IN_PLACE),
    /** What a clause leaves out and the one before it says. */
    GAPPING(Evidence.INDIRECT);

    private final Evidence evidence;
    private final String label = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    Rule(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The rule that reads a verb in its clause, by where the clause has its target. */
    public static Rule clause(boolean passive, Evidence target) {
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
    public Grounds at(Evidence other) {
        return new Grounds(this, other, false);
    }

    /** The name in statements: "clause elsewhere". */
    public String label() {
        return label;
    }
}
