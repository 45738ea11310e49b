package io.entente.language;

import java.util.Objects;

/** Opens subordinate clauses, at "that", "after" or "who": what waits for its verb meanwhile, and what a relative pronoun stands for. */
final class Subordination {
    private final ParserState now;

    Subordination(ParserState now) {
        this.now = now;
    }

    /** At a subordinator; "that" after a noun may be a relative pronoun instead. */
    void subordinate(int i) {
        String word = now.tokens.get(i).lower();
        if (i > 0 && word.equals("that") && (afterNoun(i) && (!clauseTaker() || subjectless(i)) || cleft())) {
            relate();
            return;
        }
        park();
        now.subordinator = word.equals("whose") ? null : word;
        now.relative = false;
        now.run.clear();
        now.comma = false;
        now.conjunction = false;
    }

    /** "said that the missile that hit X …": a verb follows at once, so that it has no subject but what "that" stands for. */
    private boolean subjectless(int that) {
        if (now.subordinator == null || now.run.isEmpty() || that + 1 >= now.classes.length) {
            return false;
        }
        return switch (now.classes[that + 1]) {
            case VERB, AUXILIARY, MODAL -> true;
            default -> false;
        };
    }

    private boolean afterNoun(int i) {
        boolean quoted = i > 1
                && now.classes[i - 1] == PartOfSpeech.QUOTE
                && now.tokens.get(i - 2).end() == now.tokens.get(i - 1).begin();
        return switch (now.classes[quoted ? i - 2 : i - 1]) {
            case NOUN, NAME, TIME, NUMBER -> now.previous != null;
            default -> false;
        };
    }

    /** Whether the verb before would rather have "that" introduce what is said than describe its object. */
    private boolean clauseTaker() {
        if (now.current == null || now.valency.takesClause(now.current.lemma)) {
            return now.current != null;
        }
        if (now.current.lemma.equals("make") && now.current.arguments.size() > 1) {
            return true; // "made it clear to X that …"
        }
        for (NounGroup argument : now.current.arguments) {
            if (now.valency.clauseNoun(now.tokens.get(argument.head()).lower())) {
                return true;
            }
        }
        return false;
    }

    /** "a raid that X says killed …": what is said is said of the raid. */
    boolean saidOf() {
        Clause clause = now.current;
        return clause != null
                && clause.relation == ClauseRelation.RELATIVE
                && clause.antecedent != null
                && clause.antecedent != clause.subject
                && clause.arguments.isEmpty()
                && now.run.isEmpty()
                && now.valency.takesClause(clause.lemma);
    }

    /** "to whom …", "with which …", "for both of whom …". */
    void relatePied() {
        String pied = now.preposition;
        relate();
        now.pied = pied;
        if ("of".equals(pied) && now.previous != null && quantified(now.previous)) {
            now.pied = now.previous.preposition();
            now.antecedent = now.earlier;
        }
        now.preposition = null;
    }

    /** At a relative pronoun, or where one is left out: "an offer Rome accepted". */
    void relate() {
        park();
        now.antecedent = cleft() ? Objects.requireNonNull(now.current).object() : now.previous;
        now.pied = null;
        now.relative = true;
        now.subordinator = null;
        now.run.clear();
        now.comma = false;
        now.conjunction = false;
    }

    /** "both of which", "for most of whom": the group before is meant. */
    private boolean quantified(NounGroup group) {
        PartOfSpeech c = now.classes[group.head()];
        return c == PartOfSpeech.PRONOUN || c == PartOfSpeech.DETERMINER || c == PartOfSpeech.NUMBER;
    }

    /** "It was X, not Y, that …". */
    private boolean cleft() {
        return now.current != null
                && now.current.lemma.equals("be")
                && now.current.subject != null
                && now.tokens.get(now.current.subject.head()).lower().equals("it")
                && now.current.object() != null
                && !now.valency.clauseNoun(
                        now.tokens.get(now.current.object().head()).lower());
    }

    /** A subject before a relative or parenthetic clause waits for its verb. */
    private void park() {
        if (!now.run.isEmpty()
                && (now.current == null
                        || now.subordinator != null
                        || now.relative
                        || now.strong
                        || now.comma
                        || now.conjunction)) {
            now.waiting.push(now.run.get(0));
            if (now.subordinator != null && now.current != null) {
                now.openings.put(now.run.get(0), new ParserState.Opening(now.subordinator, now.current));
            }
            now.strong = false;
        }
    }

    /** After a relative clause: ", and with Y" goes on with "with X" of the clause above. */
    boolean resumed(NounGroup group) {
        Clause clause = now.current;
        if (clause == null
                || !now.conjunction
                || clause.relation != ClauseRelation.RELATIVE
                || clause.antecedent == null) {
            return false;
        }
        NounGroup first = clause.antecedent;
        Clause host = clause.parent;
        boolean same = host != null && now.preposition != null && now.preposition.equals(first.preposition());
        if (same) {
            group.resume();
            Objects.requireNonNull(host).arguments.add(group);
        }
        return same;
    }
}
