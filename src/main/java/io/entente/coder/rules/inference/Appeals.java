package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.clause.NounRoles;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/** Appeals that name nobody: they go to whoever does what should end, or to those in whose country it should be otherwise. */
final class Appeals implements Runnable {
    /** More than so many are not meant by "called for a truce". */
    private static final int FEW = 2;

    private final SentenceCodingState state;
    private final Surroundings around;

    Appeals(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    @Override
    public void run() {
        for (Clause clause : state.scene().parse().clauses()) {
            if (appeals(clause)) {
                appeal(clause);
            }
        }
    }

    private boolean appeals(Clause clause) {
        boolean calls = state.matcher().operator(clause) == VerbClass.CALL
                || state.lexicon().in(LexiconSet.APPEALING, clause.lemma());
        return calls
                && !clause.passive()
                && clause.object() == null
                && clause.arguments().stream().anyMatch(argument -> "for".equals(argument.preposition()))
                && state.drafts().all().stream().noneMatch(draft -> draft.first() == clause.verb());
    }

    private void appeal(Clause clause) {
        Factuality context = state.contexts().of(clause);
        Status status = state.contexts().status(clause, context, true);
        List<Actor> speakers = status == Status.ASSERTED || status == Status.INTENDED
                ? state.roles().subject(clause, context, 3).stream()
                        .filter(Actor::direct)
                        .toList()
                : List.of();
        if (speakers.isEmpty() || status == null) {
            return;
        }
        Set<String> own = Actor.codes(speakers);
        List<Actor> asked = doers(clause, own);
        asked = asked.isEmpty() ? around.place(clause.verb(), own) : asked;
        List<Actor> others = around.states(own).stream().filter(Actor::direct).toList();
        asked = asked.isEmpty() && Actor.codes(others).size() <= FEW ? others : asked;
        Act act = SentenceCodingState.act(clause, EventType.REQUEST, 1, status, context, Rule.APPEALED.grounds(), null);
        state.drafts().addMissing(act, speakers, asked);
    }

    /** "called for an end to X's raids": X. */
    private List<Actor> doers(Clause clause, Set<String> own) {
        for (NounGroup argument : clause.arguments()) {
            List<Actor> found = doers(argument, own);
            for (NounGroup modifier : found.isEmpty() ? NounRoles.chain(argument) : List.<NounGroup>of()) {
                found = found.isEmpty() ? doers(modifier, own) : found;
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<Actor> doers(NounGroup group, Set<String> own) {
        NounEntry noun = state.scene().event(group);
        return noun == null
                ? List.of()
                : Actor.without(
                        noun.mutual()
                                ? state.nouns().participants(group, noun)
                                : state.nouns().agents(group, noun),
                        own);
    }
}
