package io.entente.language;

import io.entente.table.TsvTable;
import java.util.Map;
import java.util.Set;

/** What words take by their valency: a clause that tells what is said or thought, a receiver beside what he gets, a particle. Immutable. */
final class Valency {
    private final Set<String> clauseVerbs;
    private final Set<String> speech;
    private final Set<String> declaratives;
    private final Set<String> giving;
    private final Set<String> particles;
    private final Set<String> overVerbs;
    private final Set<String> inVerbs;
    private final Set<String> offVerbs;
    private final Set<String> clauseNouns;
    private final Set<String> contactNouns;

    private Valency(Map<String, Set<String>> classes) {
        this.clauseVerbs = words(classes, "clause-verb");
        this.speech = words(classes, "speech");
        this.declaratives = words(classes, "declarative");
        this.giving = words(classes, "giving");
        this.particles = words(classes, "particle");
        this.overVerbs = words(classes, "over-verb");
        this.inVerbs = words(classes, "in-verb");
        this.offVerbs = words(classes, "off-verb");
        this.clauseNouns = words(classes, "clause-noun");
        this.contactNouns = words(classes, "contact-noun");
    }

    /** The table that ships with the program. */
    static Valency load() {
        return new Valency(TsvTable.resource(Valency.class, "valency.tsv").classes());
    }

    private static Set<String> words(Map<String, Set<String>> classes, String name) {
        Set<String> words = classes.get(name);
        if (words == null) {
            throw new IllegalStateException("valency.tsv: no class " + name);
        }
        return words;
    }

    /** Whether the verb takes a clause: "says that …", "fears that …". */
    boolean takesClause(String lemma) {
        return clauseVerbs.contains(lemma);
    }

    /** Whether the verb is done by speaking, so that it goes on with the speaker rather than with what he says. */
    boolean speaks(String lemma) {
        return clauseVerbs.contains(lemma) || declaratives.contains(lemma);
    }

    /** Whether the verb takes a receiver and what he gets, side by side. */
    boolean gives(String lemma) {
        return giving.contains(lemma);
    }

    /** Whether the verb reports what somebody says: "says", "adds"; its subject may stand behind it. */
    boolean speech(String lemma) {
        return speech.contains(lemma);
    }

    /** Whether the word may be a particle behind any verb, or "over". */
    boolean particle(String lower) {
        return particles.contains(lower) || lower.equals("over");
    }

    /** Whether the verb takes the particle: any verb "out", few of them "over" and "in". */
    boolean particle(String lemma, String lower) {
        return particles.contains(lower)
                || lower.equals("over") && overVerbs.contains(lemma)
                || lower.equals("in") && inVerbs.contains(lemma);
    }

    /** Whether the verb takes "off" even before a name: "broke off ties". */
    boolean off(String lemma) {
        return offVerbs.contains(lemma);
    }

    /** Whether a that-clause behind the noun tells its contents: "a claim that …". */
    boolean clauseNoun(String lower) {
        return clauseNouns.contains(lower);
    }

    /** Whether a clause may follow the noun without a pronoun: "an offer Rome accepted". */
    boolean contactNoun(String lower) {
        return contactNouns.contains(lower) || clauseNoun(lower);
    }
}
