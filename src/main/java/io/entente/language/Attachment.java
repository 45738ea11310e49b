package io.entente.language;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attaches a verb to what has been read: its subject, the clause on which it depends, and how. */
final class Attachment {
    /** Verbs behind which "by" is no agent's: "stood by its ally", "retaliated by the same means". */
    private static final Set<String> AGENTLESS = Set.of(
            "stand",
            "stick",
            "abide",
            "come",
            "go",
            "pass",
            "drop",
            "live",
            "swear",
            "rise",
            "fall",
            "grow",
            "increase",
            "stop",
            "begin",
            "end",
            "start",
            "respond",
            "react",
            "reply",
            "answer",
            "retaliate",
            "run",
            "get",
            "stay",
            "remain",
            "fly",
            "sail",
            "profit",
            "sit",
            "lose",
            "win");

    private final Reading now;

    Attachment(Reading now) {
        this.now = now;
    }

    void finite(Clause clause) {
        if (now.relative) {
            relativeClause(clause);
        } else if (now.timed != null && now.subordinator == null && !agentBehind(clause)) {
            steal(now.timed);
            clause.subject = now.timed;
            clause.introducer = now.timed.preposition();
            clause.relation = Relation.ADVERBIAL;
            clause.parent = now.current;
        } else if (now.current != null
                && !boundary()
                && (passiveAgent(now.current) || transitive(clause) && participial(now.current))) {
            reinterpretOrShare(clause);
        } else if (describes(clause)) {
            clause.finite = false;
            reduced(clause);
        } else if (objectBefore(clause)) {
            clause.subject = now.waiting.pop();
            clause.relation = Relation.MAIN;
            adoptFronted(clause);
        } else if (!now.run.isEmpty()) {
            ownSubject(clause);
        } else if (!now.waiting.isEmpty() && now.current != null) {
            clause.subject = now.waiting.pop();
            clause.relation = Relation.MAIN;
            adoptFronted(clause);
        } else if (now.current != null) {
            reinterpretOrShare(clause);
        } else if (now.subordinator != null) {
            clause.introducer = now.subordinator;
            clause.relation = Relation.ADVERBIAL;
        }
    }

    /** "An offer to train police was accepted", "the drone that hit X was …": the group before is the object there, the subject waits. */
    private boolean objectBefore(Clause clause) {
        boolean infinitive = now.current != null
                && now.current.relation == Relation.INFINITIVE
                && now.current.parent == null
                && !now.current.finite
                && clause.auxiliary;
        boolean relative = now.current != null && now.current.relation == Relation.RELATIVE && now.current.finite;
        return now.current != null
                && (infinitive || relative)
                && !boundary()
                && !now.relative
                && !now.waiting.isEmpty()
                && (clause.auxiliary || !now.verbs.mayBeParticiple(clause) || transitive(clause))
                && !Valency.takesClause(now.current.lemma)
                && now.current.arguments.contains(now.previous);
    }

    private boolean boundary() {
        return now.comma || now.conjunction || now.subordinator != null;
    }

    /** Whether what looks finite may as well be a participle: "those held in …". */
    private boolean participial(Clause clause) {
        return clause.finite
                && now.verbs.mayBeParticiple(clause)
                && clause.subject != null
                && clause.object() == null
                && clause.subject.preposition() == null
                && !clause.conjoined;
    }

    /** Whether an object follows the verb, so that it is no participle that describes what stands before it. */
    private boolean transitive(Clause clause) {
        if (clause.last >= now.classes.length) {
            return false;
        }
        return switch (now.classes[clause.last]) {
            case NOUN, NAME, DETERMINER, POSSESSIVE, NUMBER, ADJECTIVE -> true;
            default -> false;
        };
    }

    /** "rockets fired by X": a bare past form with an agent behind it. */
    private boolean passiveAgent(Clause clause) {
        return clause.finite
                && clause.subject != null
                && now.verbs.mayBeParticiple(clause)
                && !clause.arguments.isEmpty()
                && "by".equals(clause.arguments.get(0).preposition());
    }

    /** "a step applauded by X", "talks hosted by Y": a bare past form with its agent behind it is a participle. */
    boolean agentBehind(Clause clause) {
        int by = clause.last;
        return !now.relative
                && !clause.auxiliary
                && now.verbs.mayBeParticiple(clause)
                && !AGENTLESS.contains(clause.lemma)
                && by + 1 < now.classes.length
                && now.tokens.get(by).lower().equals("by")
                && switch (now.classes[by + 1]) {
                    case NAME, DETERMINER, POSSESSIVE -> !timed(by + 1);
                    default -> false;
                };
    }

    private boolean timed(int from) {
        for (int i = from; i < now.classes.length && i < from + 3; i++) {
            if (now.classes[i] == WordClass.TIME) {
                return true;
            }
        }
        return false;
    }

    /** Whether the verb describes the noun before it ("a treaty signed in …") rather than being finite. */
    private boolean describes(Clause clause) {
        boolean inside = now.current != null
                && !now.comma
                && !now.conjunction
                && now.subordinator == null
                && now.previous != null;
        boolean waited = inside
                && !now.waiting.isEmpty()
                && !Objects.requireNonNull(now.current).finite
                && now.current.relation == Relation.RELATIVE
                && transitive(clause)
                && !Valency.gives(clause.lemma);
        if (!inside
                || waited
                || !now.verbs.mayBeParticiple(clause)
                || now.nouns.end(Objects.requireNonNull(now.previous)) < clause.first) {
            return false;
        }
        return now.run.isEmpty() || now.run.get(0) != now.previous || !now.clauseVerbBefore(now.previous);
    }

    private void relativeClause(Clause clause) {
        clause.relation = Relation.RELATIVE;
        clause.antecedent = now.antecedent;
        clause.parent = now.current;
        clause.subject = now.run.isEmpty() ? now.antecedent : now.run.get(now.run.size() - 1);
        if (clause.subject != null
                && now.tokens.get(clause.subject.first()).lower().equals("whose")) {
            clause.introducer = "whose";
        }
        if (now.antecedent != null) {
            now.antecedent.relative(clause);
        }
        if (now.antecedent != null && now.pied != null) {
            clause.pied = true;
            clause.arguments.add(now.antecedent.behind(now.pied));
        }
    }

    private void ownSubject(Clause clause) {
        NounGroup subject = now.run.get(0);
        boolean stolen = now.current != null && now.current.arguments.contains(now.run.get(now.run.size() - 1));
        if (stolen) {
            subject = now.run.get(now.run.size() - 1);
            steal(subject);
            clause.relation = Relation.COMPLEMENT;
            clause.parent = now.current;
        } else if (now.run.size() > 1 && quoteEnds(now.run.get(now.run.size() - 1))) {
            subject = now.run.get(now.run.size() - 1);
        } else if (now.run.size() > 1 && now.verbs.attributes(clause) && !now.sentence.heading()) {
            now.waiting.push(now.run.get(0));
            subject = now.run.get(now.run.size() - 1);
        }
        clause.subject = subject;
        if (now.subordinator != null) {
            introduce(clause);
        } else if (!stolen) {
            clause.relation = Relation.MAIN;
            adoptFronted(clause);
        }
    }

    /** "…," the minister told reporters: the group stands right behind a quote. */
    private boolean quoteEnds(NounGroup group) {
        int at = now.classes[group.first()] == WordClass.QUOTE ? group.first() : group.first() - 1;
        return at > 0
                && now.classes[at] == WordClass.QUOTE
                && (now.classes[at - 1] == WordClass.COMMA || now.classes[at - 1] == WordClass.STOP);
    }

    private void introduce(Clause clause) {
        clause.introducer = now.subordinator;
        boolean saying = "that".equals(now.subordinator)
                || "whether".equals(now.subordinator)
                || "what".equals(now.subordinator)
                || "how".equals(now.subordinator)
                || "why".equals(now.subordinator);
        clause.relation = saying && now.current != null ? Relation.COMPLEMENT : Relation.ADVERBIAL;
        clause.parent = now.current;
        if (saying && now.current != null && now.previous != null && behindArgument(clause)) {
            clause.parentNoun = lastArgument(now.current);
        }
        if (now.current != null) {
            now.current.children.add(clause);
        }
    }

    private boolean behindArgument(Clause clause) {
        return now.current != null && !now.current.arguments.isEmpty() && lastArgument(now.current) != clause.subject;
    }

    private static @Nullable NounGroup lastArgument(Clause clause) {
        return clause.arguments.isEmpty() ? null : clause.arguments.get(clause.arguments.size() - 1);
    }

    /** A participle clause at the head of the sentence takes the subject of the main clause. */
    private void adoptFronted(Clause main) {
        for (int i = now.clauses.size() - 1; i >= 0 && now.clauses.get(i).subject == null; i--) {
            Clause fronted = now.clauses.get(i);
            fronted.subject = main.subject;
            if (fronted.parent == null) {
                fronted.parent = main;
                fronted.relation = Relation.PARTICIPLE;
            }
        }
    }

    /** A finite verb without a subject of its own: a second verb of the subject before, or the verb of "X held by Y were …". */
    private void reinterpretOrShare(Clause clause) {
        Clause before = Objects.requireNonNull(now.current);
        if (!boundary() && participial(before)) {
            before.finite = false;
            before.passive = true;
            NounGroup described = Objects.requireNonNull(before.subject);
            clause.subject = described;
            clause.relation = before.relation;
            clause.introducer = before.introducer;
            clause.parent = before.parent;
            before.relation = Relation.RELATIVE;
            before.antecedent = described;
            described.relative(before);
            return;
        }
        Clause host = shared(before, clause);
        clause.subject = host.subject;
        clause.relation = host.relation;
        clause.parent = host;
        clause.conjoined = true;
        clause.introducer = now.subordinator != null ? now.subordinator : host.introducer;
        clause.antecedent = host.antecedent;
        if (now.subordinator != null && !"that".equals(now.subordinator)) {
            clause.relation = Relation.ADVERBIAL;
            clause.conjoined = false;
        }
    }

    /** The clause whose subject a conjoined finite verb shares. */
    private Clause shared(Clause before, Clause clause) {
        Clause host = before;
        while (host.parent != null
                && (!host.finite || now.comma && host.relation == Relation.RELATIVE && !conjunctionInside(host))) {
            host = host.parent;
        }
        boolean plainPast =
                !clause.auxiliary && clause.modality == Modality.NONE && (now.comma || Valency.speaks(clause.lemma));
        if (host.relation == Relation.COMPLEMENT
                && host.parent != null
                && plainPast
                && (host.auxiliary || host.modality != Modality.NONE)
                && !host.parent.auxiliary
                && !"that".equals(now.subordinator)) {
            host = host.parent;
        }
        while (host.parent != null
                && ("what".equals(host.introducer) || host.relation == Relation.ADVERBIAL && now.comma)) {
            host = host.parent;
        }
        return host;
    }

    private boolean conjunctionInside(Clause host) {
        return now.conjunction && host.antecedent == host.subject && !now.comma;
    }

    void infinitive(Clause clause) {
        clause.relation = Relation.INFINITIVE;
        clause.parent = now.current;
        Clause before = now.current;
        if (before != null) {
            boolean joined = now.conjunction && before.relation == Relation.INFINITIVE;
            clause.conjoined = joined;
            clause.subject = before.subject;
            clause.parentNoun = joined ? before.parentNoun : adjacentNoun(clause);
            before.children.add(clause);
        } else if (!now.run.isEmpty() && verbless()) {
            clause.finite = true;
            clause.modality = Modality.FUTURE;
            clause.subject = now.run.get(0);
            clause.relation = Relation.MAIN;
        } else {
            clause.parentNoun = adjacentNoun(clause);
            if (!now.run.isEmpty()) {
                now.waiting.push(now.run.get(0));
            }
        }
    }

    /** Whether no finite verb stands in the sentence, or only behind a comma, as in headlines: "X to visit Y, says Z". */
    private boolean verbless() {
        boolean ended = false;
        for (WordClass c : now.classes) {
            ended |= c == WordClass.COMMA;
            if (c == WordClass.VERB || c == WordClass.MODAL || c == WordClass.AUXILIARY) {
                return ended;
            }
        }
        return true;
    }

    private @Nullable NounGroup adjacentNoun(Clause clause) {
        NounGroup noun = now.previous;
        return noun != null && noun.last() <= clause.first && now.nouns.end(noun) == clause.first ? noun : null;
    }

    void gerund(Clause clause) {
        clause.parent = now.current;
        clause.subject = now.current == null ? null : now.current.subject;
        if (now.preposition != null) {
            clause.relation = Relation.GERUND;
            clause.introducer = now.preposition;
            clause.parentNoun = adjacentBefore(clause.first - 1);
            if (now.current == null && !now.run.isEmpty()) {
                now.waiting.push(now.run.get(0));
            }
        } else if (now.subordinator != null) {
            clause.relation = Relation.ADVERBIAL;
            clause.introducer = now.subordinator;
        } else if (!now.comma && !now.conjunction && now.previous != null && adjacentNoun(clause) != null) {
            clause.relation = Relation.RELATIVE;
            clause.antecedent = now.previous;
            clause.subject = now.previous;
            now.previous.relative(clause);
            if (now.current == null && !now.run.isEmpty()) {
                now.waiting.push(now.run.get(0));
            }
        } else {
            boolean object = now.current != null && now.current.last == clause.first && !now.comma && !now.conjunction;
            clause.relation = object ? Relation.GERUND : Relation.PARTICIPLE;
            joinParticiple(clause);
        }
        if (now.current != null) {
            now.current.children.add(clause);
        }
    }

    private void joinParticiple(Clause clause) {
        Clause before = now.current;
        if (before == null) {
            if (!now.run.isEmpty()) {
                clause.subject = now.run.get(0);
                now.waiting.push(now.run.get(0));
            }
        } else if (now.conjunction && (before.relation == Relation.GERUND || before.relation == Relation.PARTICIPLE)) {
            clause.relation = before.relation;
            clause.introducer = before.introducer;
            clause.parent = before.parent;
            clause.subject = before.subject;
            clause.conjoined = true;
        }
    }

    private @Nullable NounGroup adjacentBefore(int token) {
        NounGroup noun = now.previous;
        return noun != null && now.nouns.end(noun) == token ? noun : null;
    }

    /** A participle without auxiliary: "imposed by …" behind a noun or a comma, "Backed by …," at the head. */
    void reduced(Clause clause) {
        clause.passive = !clause.perfect;
        clause.parent = now.current;
        if (now.previous != null && (!now.conjunction || now.current == null)) {
            clause.relation = Relation.RELATIVE;
            clause.antecedent = now.previous;
            clause.subject = now.previous;
            now.previous.relative(clause);
            if ((now.current == null || now.strong || now.subordinator != null) && !now.run.isEmpty()) {
                now.waiting.push(now.run.get(0));
            }
        } else if (now.current != null && now.conjunction) {
            clause.relation = now.current.relation;
            clause.subject = now.current.subject;
            clause.passive = now.current.passive;
            clause.finite = now.current.finite;
            clause.perfect = now.current.perfect;
            clause.modality = now.current.modality;
            clause.parent = now.current;
            clause.conjoined = true;
        } else {
            clause.relation = Relation.PARTICIPLE;
        }
    }

    private void steal(NounGroup subject) {
        if (now.current != null) {
            int at = now.current.arguments.indexOf(subject);
            if (at >= 0) {
                now.current.arguments.subList(at, now.current.arguments.size()).clear();
            }
        }
    }
}
