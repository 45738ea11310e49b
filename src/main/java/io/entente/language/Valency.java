package io.entente.language;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What words take by their valency: a clause that tells what is said or thought, a receiver beside what he gets, a particle. Immutable. */
final class Valency {
    private final Map<String, Set<String>> classes = new HashMap<>();

    private Valency() {}

    /** The table that ships with the program. */
    static Valency load() {
        Valency valency = new Valency();
        for (String[] row : Resource.rows(Valency.class, "valency.tsv")) {
            valency.classes.put(row[0], Set.of(row[1].split(" ", -1)));
        }
        return valency;
    }

    private boolean is(String name, String word) {
        return classes.getOrDefault(name, Set.of()).contains(word);
    }

    /** Whether the verb takes a clause: "says that …", "fears that …". */
    boolean takesClause(String lemma) {
        return is("clause-verb", lemma);
    }

    /** Whether the verb is done by speaking, so that it goes on with the speaker rather than with what he says. */
    boolean speaks(String lemma) {
        return is("clause-verb", lemma) || is("declarative", lemma);
    }

    /** Whether the verb takes a receiver and what he gets, side by side. */
    boolean gives(String lemma) {
        return is("giving", lemma);
    }

    /** Whether the verb reports what somebody says: "says", "adds"; its subject may stand behind it. */
    boolean speech(String lemma) {
        return is("speech", lemma);
    }

    /** Whether the word may be a particle behind any verb, or "over". */
    boolean particle(String lower) {
        return is("particle", lower) || lower.equals("over");
    }

    /** Whether the verb takes the particle: any verb "out", few of them "over" and "in". */
    boolean particle(String lemma, String lower) {
        return is("particle", lower)
                || lower.equals("over") && is("over-verb", lemma)
                || lower.equals("in") && is("in-verb", lemma);
    }

    /** Whether the verb takes "off" even before a name: "broke off ties". */
    boolean off(String lemma) {
        return is("off-verb", lemma);
    }

    /** Whether a that-clause behind the noun tells its contents: "a claim that …". */
    boolean clauseNoun(String lower) {
        return is("clause-noun", lower);
    }

    /** Whether a clause may follow the noun without a pronoun: "an offer Rome accepted". */
    boolean contactNoun(String lower) {
        return is("contact-noun", lower) || clauseNoun(lower);
    }
}
