package io.entente.language;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Attaches a finite verb to what has been read: its subject, the clause on which it depends, and how. */
final class FiniteAttachment {
    private final ParserState now;
    private final Participles participles;
    private final NonfiniteAttachment nonfinite;
    private final Subordination subordination;

    FiniteAttachment(
            ParserState now, Participles participles, NonfiniteAttachment nonfinite, Subordination subordination) {
        this.now = now;
        this.subordination = subordination;
        this.participles = participles;
        this.nonfinite = nonfinite;
    }

    void attach(Clause clause) {
        Clause before = now.current;
        place(clause);
        if (before != null && before.passive && now.conjunction && sharesAuxiliary(clause)) {
            clause.passive = true;
        }
    }

    /** "was stabbed and injured", "one is killed and two soldiers wounded in …": the auxiliary of the verb before counts for this one. */
    private boolean sharesAuxiliary(Clause clause) {
        boolean objectless = clause.last >= now.classes.length
                || switch (now.classes[clause.last]) {
                    case PREPOSITION, STOP, COMMA, TIME -> true;
                    default -> false;
                };
        return objectless
                && clause.finite
                && now.subordinator == null
                && now.verbs.mayBeParticiple(clause)
                && now.verbs.wantsObject(clause);
    }

    private void place(Clause clause) {
        if (now.relative) {
            relativeClause(clause);
        } else if (!boundary() && subordination.saidOf()) {
            clause.subject = Objects.requireNonNull(now.current).antecedent;
            clause.relation = ClauseRelation.COMPLEMENT;
            clause.parent = now.current;
        } else if (now.timed != null && now.subordinator == null && !participles.agentBehind(clause)) {
            steal(now.timed);
            clause.subject = now.timed;
            clause.introducer = now.timed.preposition();
            clause.relation = ClauseRelation.ADVERBIAL;
            clause.parent = now.current;
        } else if (now.current != null
                && (!boundary()
                                && (participles.passiveAgent(now.current)
                                        || participles.transitive(clause) && participles.participial(now.current))
                        || enclosed(now.current))) {
            reinterpretOrShare(clause);
        } else if (participles.describes(clause)) {
            clause.finite = false;
            nonfinite.reduced(clause);
        } else if (objectBefore(clause)) {
            resume(clause);
        } else if (!now.run.isEmpty()) {
            ownSubject(clause);
        } else if (!now.waiting.isEmpty() && now.current != null) {
            resume(clause);
        } else if (now.current != null) {
            reinterpretOrShare(clause);
        } else if (now.subordinator != null) {
            clause.introducer = now.subordinator;
            clause.relation = ClauseRelation.ADVERBIAL;
        }
    }

    /** Gives the verb the subject that waits for it, in the clause that was opened before it. */
    private void resume(Clause clause) {
        clause.subject = now.waiting.pop();
        ParserState.Opening opening = now.openings.get(clause.subject);
        if (opening == null || opening.host() == clause) {
            clause.relation = ClauseRelation.MAIN;
            adoptFronted(clause);
            return;
        }
        clause.introducer = opening.subordinator();
        clause.relation = GrammarWords.COMPLEMENTIZER.has(opening.subordinator())
                ? ClauseRelation.COMPLEMENT
                : ClauseRelation.ADVERBIAL;
        clause.parent = opening.host();
    }

    /** "An offer to train police was accepted", "the drone that hit X was …": the group before is the object there, the subject waits. */
    private boolean objectBefore(Clause clause) {
        boolean infinitive = now.current != null
                && now.current.relation == ClauseRelation.INFINITIVE
                && now.current.parent == null
                && !now.current.finite
                && clause.auxiliary;
        boolean relative = now.current != null
                && now.current.relation == ClauseRelation.RELATIVE
                && (now.current.finite || now.classes[now.current.verb] == PartOfSpeech.GERUND);
        return now.current != null
                && (infinitive || relative)
                && !boundary()
                && !now.relative
                && !now.waiting.isEmpty()
                && (clause.auxiliary || !now.verbs.mayBeParticiple(clause) || participles.transitive(clause))
                && !now.valency.takesClause(now.current.lemma)
                && now.current.arguments.contains(now.previous);
    }

    /** "The king, shot by soldiers, was flown out": a participle between two commas. */
    private boolean enclosed(Clause before) {
        return now.comma
                && !now.conjunction
                && now.subordinator == null
                && before.first > 0
                && now.classes[before.first - 1] == PartOfSpeech.COMMA
                && participles.passiveAgent(before);
    }

    private boolean boundary() {
        return now.comma || now.conjunction || now.subordinator != null;
    }

    private void relativeClause(Clause clause) {
        clause.relation = ClauseRelation.RELATIVE;
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
            clause.arguments.add(now.antecedent.after(now.pied));
        }
    }

    private void ownSubject(Clause clause) {
        NounGroup subject = now.run.get(0);
        boolean stolen = now.current != null && now.current.arguments.contains(now.run.get(now.run.size() - 1));
        if (stolen) {
            subject = now.run.get(now.run.size() - 1);
            steal(subject);
            clause.relation = ClauseRelation.COMPLEMENT;
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
            clause.relation = ClauseRelation.MAIN;
            adoptFronted(clause);
        }
    }

    /** "…," the minister told reporters: the group stands right after a quote. */
    private boolean quoteEnds(NounGroup group) {
        int at = now.classes[group.first()] == PartOfSpeech.QUOTE ? group.first() : group.first() - 1;
        return at > 0
                && now.classes[at] == PartOfSpeech.QUOTE
                && (now.classes[at - 1] == PartOfSpeech.COMMA || now.classes[at - 1] == PartOfSpeech.STOP);
    }

    private void introduce(Clause clause) {
        clause.introducer = now.subordinator;
        boolean saying = GrammarWords.COMPLEMENTIZER.has(now.subordinator);
        clause.relation = saying && now.current != null ? ClauseRelation.COMPLEMENT : ClauseRelation.ADVERBIAL;
        clause.parent = now.current;
        Clause content = second(clause);
        if (content != null) {
            clause.parent = content.parent;
            clause.parentNoun = content.parentNoun;
        } else if (saying && now.current != null && now.previous != null && afterArgument(clause)) {
            clause.parentNoun = lastArgument(now.current);
        }
    }

    /** "said that … and that …": the content before it, which it goes on with. */
    private @Nullable Clause second(Clause clause) {
        int that = clause.subject == null ? 0 : clause.subject.first() - 1;
        boolean goesOn = that > 0
                && now.tokens.get(that).lower().equals("that")
                && now.classes[that - 1] == PartOfSpeech.CONJUNCTION;
        Clause content = goesOn ? now.current : null;
        while (content != null && content.relation != ClauseRelation.COMPLEMENT) {
            content = content.parent;
        }
        return content;
    }

    private boolean afterArgument(Clause clause) {
        return now.current != null && !now.current.arguments.isEmpty() && lastArgument(now.current) != clause.subject;
    }

    private static @Nullable NounGroup lastArgument(Clause clause) {
        return clause.arguments.isEmpty() ? null : clause.arguments.get(clause.arguments.size() - 1);
    }

    /** A participle clause at the head of the sentence takes the subject of the main clause. */
    private void adoptFronted(Clause main) {
        for (int i = now.clauses.size() - 1; i >= 0; i--) {
            Clause fronted = now.clauses.get(i);
            if (fronted.subject != null) {
                if (root(fronted).subject == null) {
                    continue; // "After saying that X left, Y …"
                }
                return;
            }
            fronted.subject = main.subject;
            if (fronted.parent == null) {
                fronted.parent = main;
                fronted.relation = ClauseRelation.PARTICIPLE;
            }
        }
    }

    private static Clause root(Clause clause) {
        Clause root = clause;
        while (root.parent != null) {
            root = root.parent;
        }
        return root;
    }

    /** A finite verb without a subject of its own: a second verb of the subject before, or the verb of "X held by Y were …". */
    private void reinterpretOrShare(Clause clause) {
        Clause before = Objects.requireNonNull(now.current);
        if (!boundary() && participles.participial(before) || enclosed(before)) {
            before.finite = false;
            before.passive = true;
            NounGroup described = Objects.requireNonNull(before.subject);
            clause.subject = described;
            clause.relation = before.relation;
            clause.introducer = before.introducer;
            clause.parent = before.parent;
            before.relation = ClauseRelation.RELATIVE;
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
            clause.relation = ClauseRelation.ADVERBIAL;
            clause.conjoined = false;
        }
    }

    /** The clause whose subject a conjoined finite verb shares. */
    private Clause shared(Clause before, Clause clause) {
        Clause host = before;
        while (host.parent != null && (!host.finite || now.comma && host.relation == ClauseRelation.RELATIVE)) {
            host = host.parent;
        }
        boolean unlike =
                host.modality != Modality.NONE && !now.verbs.mayBePlain(clause.verb); // "said Y would come and added"
        boolean plainPast = !clause.auxiliary
                && clause.modality == Modality.NONE
                && (now.comma || unlike || now.valency.speaks(clause.lemma));
        if (host.relation == ClauseRelation.COMPLEMENT
                && host.parent != null
                && plainPast
                && (host.auxiliary || host.modality != Modality.NONE)
                && !host.parent.auxiliary
                && !"that".equals(now.subordinator)) {
            host = host.parent;
        }
        while (host.parent != null
                && ("what".equals(host.introducer) || host.relation == ClauseRelation.ADVERBIAL && now.comma)) {
            host = host.parent;
        }
        return host;
    }

    private void steal(NounGroup subject) {
        int at = now.current == null ? -1 : now.current.arguments.indexOf(subject);
        if (now.current != null && at >= 0) {
            now.current.arguments.subList(at, now.current.arguments.size()).clear();
        }
    }
}
