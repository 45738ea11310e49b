package io.entente.language;

import java.util.Set;

/** What a verb takes by its valency: a clause that it says or thinks, a receiver beside what he gets, a particle. */
final class Valency {
    private static final Set<String> CLAUSE_VERBS = Set.of(
            "say",
            "tell",
            "announce",
            "add",
            "confirm",
            "claim",
            "state",
            "declare",
            "note",
            "stress",
            "insist",
            "argue",
            "allege",
            "believe",
            "think",
            "warn",
            "report",
            "explain",
            "acknowledge",
            "admit",
            "concede",
            "deny",
            "reply",
            "respond",
            "assert",
            "maintain",
            "suggest",
            "hope",
            "hear",
            "know",
            "mean",
            "emphasise",
            "emphasize",
            "reiterate",
            "reaffirm",
            "affirm",
            "assure",
            "complain",
            "demand",
            "agree",
            "decide",
            "promise",
            "pledge",
            "vow",
            "fear",
            "expect",
            "write",
            "remark",
            "predict",
            "indicate",
            "show",
            "find",
            "ensure",
            "inform",
            "propose",
            "recommend",
            "request",
            "threaten",
            "answer",
            "contend",
            "protest",
            "boast",
            "caution",
            "charge",
            "conclude",
            "disclose",
            "reveal",
            "estimate",
            "remind",
            "repeat",
            "underline",
            "underscore",
            "urge",
            "rule",
            "signal",
            "speculate",
            "worry",
            "regret",
            "see",
            "testify",
            "imply",
            "hint",
            "insinuate",
            "proclaim",
            "profess",
            "attest",
            "opine",
            "reckon",
            "prove",
            "quip",
            "joke",
            "counter",
            "retort",
            "grumble",
            "lament",
            "swear",
            "suspect",
            "avow",
            "understand");
    private static final Set<String> SPEECH = Set.of(
            "say",
            "add",
            "tell",
            "announce",
            "report",
            "confirm",
            "state",
            "declare",
            "note",
            "claim",
            "explain",
            "write",
            "insist",
            "argue",
            "warn",
            "reply",
            "stress",
            "remark",
            "answer",
            "show",
            "find",
            "allege",
            "complain",
            "recall",
            "remind");
    private static final Set<String> DECLARATIVE = Set.of(
            "accuse",
            "blame",
            "criticise",
            "criticize",
            "condemn",
            "thank",
            "praise",
            "reject",
            "call",
            "denounce",
            "summon",
            "expel",
            "recall",
            "ask",
            "order",
            "offer",
            "accept",
            "dismiss",
            "welcome",
            "congratulate",
            "invite",
            "appeal",
            "rebuke",
            "defend",
            "back");
    private static final Set<String> GIVING = Set.of(
            "give",
            "send",
            "offer",
            "promise",
            "grant",
            "lend",
            "sell",
            "hand",
            "deny",
            "pay",
            "owe",
            "award",
            "pledge",
            "ship",
            "supply",
            "refuse",
            "guarantee",
            "assure",
            "forgive",
            "wish",
            "allow");
    private static final Set<String> PARTICLES =
            Set.of("out", "up", "off", "down", "away", "back", "forward", "aside", "together");
    private static final Set<String> OVER_VERBS = Set.of("hand", "take", "turn", "win", "give", "mull", "hold", "roll");

    /** Verbs that take "off" before a name, too: "broke off ties", but "seized off Lamu". */
    private static final Set<String> OFF_VERBS = Set.of(
            "back", "break", "brush", "call", "carry", "chase", "choke", "close", "cut", "drive", "face", "fend",
            "fight", "fob", "hold", "kill", "laugh", "lift", "pay", "put", "rip", "scare", "seal", "sell", "shrug",
            "shut", "show", "split", "switch", "take", "tell", "tick", "turn", "ward", "warn", "wave", "write");

    private static final Set<String> IN_VERBS =
            Set.of("step", "rein", "kick", "give", "take", "phase", "cave", "call", "pitch");

    private Valency() {}

    /** Whether the verb takes a clause: "says that …", "fears that …". */
    static boolean takesClause(String lemma) {
        return CLAUSE_VERBS.contains(lemma);
    }

    /** Whether the verb is done by speaking, so that it goes on with the speaker rather than with what he says. */
    static boolean speaks(String lemma) {
        return CLAUSE_VERBS.contains(lemma) || DECLARATIVE.contains(lemma);
    }

    /** Whether the verb takes a receiver and what he gets, side by side. */
    static boolean gives(String lemma) {
        return GIVING.contains(lemma);
    }

    /** Whether the verb reports what somebody says: "says", "adds"; its subject may stand behind it. */
    static boolean speech(String lemma) {
        return SPEECH.contains(lemma);
    }

    /** Whether the word may be a particle behind any verb, or "over". */
    static boolean particle(String lower) {
        return PARTICLES.contains(lower) || lower.equals("over");
    }

    /** Whether the verb takes the particle: any verb "out", few of them "over" and "in". */
    static boolean particle(String lemma, String lower) {
        return PARTICLES.contains(lower)
                || lower.equals("over") && OVER_VERBS.contains(lemma)
                || lower.equals("in") && IN_VERBS.contains(lemma);
    }

    /** Whether the verb takes "off" even before a name: "broke off ties". */
    static boolean off(String lemma) {
        return OFF_VERBS.contains(lemma);
    }
}
