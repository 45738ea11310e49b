package io.entente.coder.rules.lexicon;

/** What a verb makes of an event noun that it governs and of a clause that depends on it. */
public enum VerbClass {
    /** It makes nothing of them. */
    NONE,
    /** It hands on what somebody says. */
    SAY,
    /** It says what will happen to the hearer. */
    WARN,
    /** It says that something is not so. */
    DENY,
    /** It says that somebody does wrong. */
    ACCUSE,
    ALLEGE,
    COMPLAIN,
    CONDEMN,
    /** It answers a reproach with one. */
    HITBACK,
    /** It gives something a name, from which the judgement shows. */
    CALL,
    ADMIT,
    /** It asks for an act: the act itself is not reported. */
    URGE,
    ASK,
    DEMAND,
    OFFER,
    ULTIMATUM,
    AGREE,
    ACCEPT,
    /** It announces an act of its subject. */
    PROMISE,
    VOW,
    PLAN,
    THREATEN,
    RESPOND,
    /** The act is not done. */
    REFUSE,
    REJECT,
    SANCTION,
    /** It ends what the noun names. */
    LIFT,
    WELCOME,
    SUPPORT,
    THANK,
    /** It performs what the noun names. */
    DO,
    CONTINUE,
    /** Its object does what depends on it. */
    CAUSE,
    /** Its subject suffers what the noun names. */
    FACE,
    /** Stated as a fact inside what somebody says, it is a reproach. */
    MISDEED,
    /** Announced by one side of the other, it is a threat ("will pay a heavy price"). */
    DOOM
}
