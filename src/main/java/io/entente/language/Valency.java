package io.entente.language;

import io.entente.table.TsvTable;
import java.util.Map;
import java.util.Set;

/** What words take by their valency: a clause that says what is said or thought, a receiver beside what he gets, a particle. Immutable. */
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
    private final Set<String> collectives;
    private final Set<String> titledPlurals;
    private final Set<String> plainAdjectives;
    private final Set<String> phaseVerbs;
    private final Set<String> bareVerbs;

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
        this.collectives = words(classes, "collective");
        this.titledPlurals = words(classes, "titled-plural");
        this.plainAdjectives = words(classes, "plain-adjective");
        this.phaseVerbs = words(classes, "phase-verb");
        this.bareVerbs = words(classes, "bare-verb");
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

    /** Whether the verb reports what somebody says: "says", "adds"; its subject may stand after it. */
    boolean speech(String lemma) {
        return speech.contains(lemma);
    }

    /** Whether the word may be a particle after any verb, or "over". */
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

    /** Whether a that-clause after the noun gives its contents: "a claim that …". */
    boolean clauseNoun(String lower) {
        return clauseNouns.contains(lower);
    }

    /** Whether a clause may follow the noun without a pronoun: "an offer Rome accepted". */
    boolean contactNoun(String lower) {
        return contactNouns.contains(lower) || clauseNoun(lower);
    }

    /** Whether the noun is plural in sense, if not in form: "police". */
    boolean collective(String noun) {
        return collectives.contains(noun);
    }

    /** Whether the plural is written with a capital where it opens a name: "Prosecutors in Lithuania". */
    boolean titledPlural(String noun) {
        return titledPlurals.contains(noun);
    }

    /** Whether the plain form is an adjective as well: "open". */
    boolean plainAdjective(String form) {
        return plainAdjectives.contains(form);
    }

    /** Whether a gerund after the verb is its object: "starts easing". */
    boolean phase(String verb) {
        return phaseVerbs.contains(verb);
    }

    /** Whether the verb's infinitive has no "to": "let". */
    boolean bare(String verb) {
        return bareVerbs.contains(verb);
    }
}
