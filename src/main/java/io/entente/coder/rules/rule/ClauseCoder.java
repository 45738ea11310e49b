package io.entente.coder.rules.rule;

import io.entente.avro.Status;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.clause.FactualityResolver;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import java.util.List;

/** Codes what the clauses of one sentence say: who does what to whom. */
final class ClauseCoder {
    private final SentenceCodingState state;
    private final ReproachCoder reproaches;
    private final SpeechCoder speech;
    private final ReciprocalEvents together;
    private final List<OrderedRule<Predicate>> rules;

    ClauseCoder(SentenceCodingState state) {
        this.state = state;
        this.reproaches = new ReproachCoder(state);
        this.speech = new SpeechCoder(state, new JudgementCoder(state));
        this.together = new ReciprocalEvents(state);
        this.rules = List.of(speech::defiance, new SupportVerbs(state), speech::code, new DeedCoder(state));
    }

    void code() {
        state.scene().parse().clauses().forEach(this::code);
    }

    private void code(Clause clause) {
        Factuality context = state.contexts().of(clause);
        reproaches.judged(clause, context);
        if (!state.contexts().attributes(clause) && verb(clause, context) == Answer.CONTINUE) {
            together.jointly(clause, context);
        }
    }

    /** "X needs to withdraw". */
    private boolean needs(Clause clause) {
        return clause.lemma().equals("need")
                && !clause.negated()
                && state.childrenOf(clause).stream().anyMatch(child -> child.relation() == ClauseRelation.INFINITIVE);
    }

    /** Asks the rules about each entry of the clause's verb, the most specific entry first. */
    private Answer verb(Clause clause, Factuality context) {
        for (VerbEntry entry : state.matcher().entries(clause)) {
            List<Actor> sources = state.roles().sources(clause, entry, context);
            if ((FactualityResolver.demands(clause) || needs(clause)) && speech.demand(clause, context, sources)) {
                return Answer.HANDLED;
            }
            Status status = state.contexts().status(clause, context, speakerActs(clause, sources, context));
            if (status == null) {
                clause.arguments().forEach(state::take);
                return Answer.HANDLED;
            }
            if (OrderedRule.first(rules, new Predicate(clause, entry, sources, status, context)) == Answer.HANDLED) {
                return Answer.HANDLED;
            }
        }
        return Answer.CONTINUE;
    }

    private boolean speakerActs(Clause clause, List<Actor> sources, Factuality context) {
        return context.voice().narrator()
                ? clause.relation() == ClauseRelation.COMPLEMENT
                        || state.contexts().agreed()
                : Actor.codes(context.voice().actors()).containsAll(Actor.codes(sources));
    }
}
