package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/** Visits that only a noun names: "protests before a visit by X's king". */
final class Visits implements Runnable {
    private final SentenceCodingState state;
    private final Surroundings around;

    Visits(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            NounEntry noun = state.lexicon().nounOf(state.scene().head(group));
            if (noun != null && noun.type() == EventType.CONSULT && noun.ofAgent()) {
                visit(group, noun);
            }
        }
        state.drafts().all().forEach(this::received);
    }

    /** "visits X to meet with its president": the host takes part where one of its own is named and somebody confers. */
    private void received(CandidateEvent visit) {
        boolean visits = visit.type() == EventType.CONSULT
                && (visit.status() == Status.ASSERTED || visit.status() == Status.INTENDED)
                && Surroundings.statesman(visit.source());
        boolean named = visits
                && around.named().stream()
                        .anyMatch(actor -> Surroundings.statesman(actor)
                                && actor.mention().kind() != MentionKind.REFERENCE
                                && actor.code().equals(visit.target().code()));
        if (named && confers()) {
            Act act = new Act(
                    visit.type(),
                    visit.intensity(),
                    visit.status(),
                    null,
                    visit.first(),
                    visit.last(),
                    Factuality.NARRATED,
                    Rule.VISITED.grounds(),
                    visit.entries());
            state.drafts().addMissing(act, List.of(visit.target()), List.of(visit.source()));
        }
    }

    private boolean confers() {
        for (int i = 0; i < state.scene().tokens().size(); i++) {
            if (state.lexicon().in(LexiconSet.MEETING, state.scene().lower(i))
                    || state.lexicon().in(LexiconSet.MEETING, state.scene().singular(i))) {
                return true;
            }
        }
        return false;
    }

    private void visit(NounGroup group, NounEntry noun) {
        Clause clause = state.nounClauses().of(group);
        if (clause != null && undone(clause)) {
            return;
        }
        List<Actor> visitors = state.nouns().agents(group, noun).stream()
                .filter(Visits::visitor)
                .toList();
        if (visitors.size() != 1) {
            return;
        }
        Set<String> own = Actor.codes(visitors);
        List<Actor> hosts =
                Actor.first(state.nouns().targets(group, noun, own), around.venue(group, own), around.only(own));
        boolean soon = FunctionWords.COMING.has(group.preposition()) || planned(group);
        state.drafts()
                .addMissing(
                        SentenceCodingState.act(
                                group,
                                EventType.CONSULT,
                                soon ? Status.INTENDED : Status.ASSERTED,
                                Rule.VISITED.grounds(),
                                state.scene().head(group)),
                        visitors,
                        hosts);
    }

    /** Whether the visit is called off, refused or only wished for. */
    private boolean undone(Clause clause) {
        return switch (state.matcher().operator(clause)) {
            case LIFT, REFUSE, REJECT, DENY, CALL -> true;
            default -> clause.negated();
        };
    }

    private boolean planned(NounGroup group) {
        for (int i = group.first(); i < group.head(); i++) {
            if (state.lexicon().in(LexiconSet.PLANNED, state.scene().lower(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean visitor(Actor actor) {
        boolean thing = actor.mention().text().equalsIgnoreCase("its");
        return Surroundings.statesman(actor) && !thing || actor.mention().kind() == MentionKind.INSTITUTION;
    }
}
