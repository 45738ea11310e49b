package io.entente.coder.rules.inference;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Troops, weapons and drills that are to keep a third state in check: "sent a battery to X to counter Y's missiles". */
final class Deterrence implements Runnable {
    private final SentenceCodingState state;

    Deterrence(SentenceCodingState state) {
        this.state = state;
    }

    @Override
    public void run() {
        for (Clause clause : state.scene().parse().clauses()) {
            NounGroup object = clause.object();
            if (clause.relation() == ClauseRelation.INFINITIVE
                    && object != null
                    && state.lexicon().in(LexiconSet.DETERRING, clause.lemma())) {
                List<CandidateEvent> moves = state.drafts().all().stream()
                        .filter(draft -> draft.first() < clause.verb() && moves(draft, clause.parent()))
                        .toList();
                for (CandidateEvent move : moves) {
                    deterred(clause, object, move);
                }
            }
        }
    }

    private void deterred(Clause clause, NounGroup object, CandidateEvent move) {
        List<Actor> deterred =
                state.scene().nearest(object, Actor.codes(List.of(move.source(), move.target())), false).stream()
                        .filter(actor -> actor.mention().actorKind() == ActorKind.COUNTRY)
                        .toList();
        Status status = move.type() == EventType.AGREE ? Status.INTENDED : move.status();
        state.drafts()
                .addMissing(
                        SentenceCodingState.act(
                                clause,
                                EventType.MOBILIZE,
                                status,
                                state.contexts().of(clause),
                                Rule.DETERRENCE.grounds()),
                        List.of(move.source()),
                        deterred);
    }

    /** Whether somebody sends forces, drills or agrees to send them. */
    private static boolean moves(CandidateEvent draft, @Nullable Clause parent) {
        boolean told = draft.status() == Status.ASSERTED || draft.status() == Status.INTENDED;
        return told
                && switch (draft.type()) {
                    case AID, MOBILIZE, COOPERATE -> true;
                    case AGREE -> parent != null && parent.lemma().equals("deploy");
                    default -> false;
                };
    }
}
