package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.CandidateEvents.Act;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.NounClauses;
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
    private final NounClauses clauses;

    Visits(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
        this.clauses = new NounClauses(state.scene());
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            NounEntry noun = state.lexicon().nounOf(state.scene().head(group));
            if (noun != null && noun.type() == EventType.CONSULT && noun.ofAgent()) {
                visit(group, noun);
            }
        }
    }

    private void visit(NounGroup group, NounEntry noun) {
        Clause clause = clauses.of(group);
        if (clause != null && undone(clause)) {
            return;
        }
        List<Actor> visitors = state.nouns().agents(group, noun).stream()
                .filter(Visits::statesman)
                .toList();
        if (visitors.size() != 1) {
            return;
        }
        Set<String> own = Actor.codes(visitors);
        List<Actor> hosts = Actor.first(state.nouns().targets(group, noun, own), place(group, own), around.only(own));
        boolean soon = FunctionWords.COMING.has(group.preposition()) || planned(group);
        add(group, soon ? Status.INTENDED : Status.ASSERTED, visitors, hosts);
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

    private List<Actor> place(NounGroup group, Set<String> own) {
        return group.modifiers().stream()
                .filter(modifier -> FunctionWords.VENUE.has(modifier.preposition()))
                .map(modifier -> state.scene().nearest(modifier, own, true))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private void add(NounGroup group, Status status, List<Actor> guests, List<Actor> hosts) {
        Act act = new Act(
                EventType.CONSULT,
                EventTypes.intensity(EventType.CONSULT),
                status,
                null,
                group.head(),
                group.head() + 1,
                Factuality.NARRATED,
                Rule.VISITED.grounds(),
                List.of(state.scene().head(group)));
        for (Actor guest : guests) {
            for (Actor host : hosts) {
                if (!state.drafts().has(guest.code(), host.code())) {
                    state.drafts().add(act, List.of(guest), List.of(host));
                }
            }
        }
    }

    private static boolean statesman(Actor actor) {
        return switch (actor.mention().kind()) {
            case LEADER, PERSON, OFFICE, REFERENCE, INSTITUTION -> true;
            default -> false;
        };
    }
}
