package io.entente.coder.rules.inference;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.NounRoles;
import io.entente.coder.rules.discourse.NounClauses;
import io.entente.coder.rules.discourse.NounFactuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is called joint is done by several, whatever it is: "a joint raid by X and Y", "was hurt in a joint operation with Y". */
final class JointOperations implements Runnable {
    private final SentenceCodingState state;
    private final Surroundings around;
    private final NounFactuality factuality;
    private final NounClauses clauses;

    JointOperations(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
        this.factuality = new NounFactuality(state);
        this.clauses = new NounClauses(state.scene());
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            Clause clause = clauses.of(group);
            if (joint(group) && !factuality.isUnreal(group, clause)) {
                partners(group, clause);
            }
        }
    }

    private boolean joint(NounGroup group) {
        for (int i = group.first(); i < group.head(); i++) {
            if (state.scene().lower(i).equals("joint")) {
                return state.lexicon().in(LexiconSet.UNDERTAKING, state.scene().singular(group.head()));
            }
        }
        return false;
    }

    private void partners(NounGroup group, @Nullable Clause clause) {
        List<Actor> partners = new ArrayList<>();
        for (Actor actor : around.named()) {
            if (actor.group() == group && actor.mention().last() <= group.head()) {
                add(partners, List.of(actor));
            }
        }
        for (NounGroup modifier : NounRoles.chain(group)) {
            if (FunctionWords.PARTNER.has(modifier.preposition())) {
                add(partners, state.scene().agents(modifier));
            }
        }
        if (clause != null && Actor.codes(partners).size() == 1) {
            add(partners, state.roles().subject(clause, state.contexts().of(clause), 3));
        }
        if (Actor.codes(partners).size() == 1) {
            add(partners, around.only(Actor.codes(partners)));
        }
        for (Actor partner : partners) {
            state.drafts()
                    .addMissing(
                            SentenceCodingState.act(
                                    group,
                                    EventType.COOPERATE,
                                    Status.ASSERTED,
                                    Rule.JOINTLY.grounds(),
                                    state.scene().head(group)),
                            List.of(partner),
                            partners);
        }
    }

    private static void add(List<Actor> partners, List<Actor> more) {
        for (Actor actor : Actor.without(more, Actor.codes(partners))) {
            boolean state = actor.mention().actorKind() == ActorKind.COUNTRY
                    || actor.mention().actorKind() == ActorKind.BLOC;
            if (state && actor.mention().kind() != MentionKind.REFERENCE) {
                partners.add(actor);
            }
        }
    }
}
