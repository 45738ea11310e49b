package io.entente.coder.rules.inference;

import io.entente.actor.ActorMention;
import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.NounRoles;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.Modality;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is called joint is done by several, whatever it is: "a joint raid by X and Y", "was hurt in a joint operation with Y". */
final class JointOperations implements Runnable {
    private final SentenceCodingState state;
    private final Surroundings around;

    JointOperations(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            Clause clause = state.nounClauses().of(group);
            if (joint(group) && !state.nounFactuality().isUnreal(group, clause) && !ended(clause)) {
                partners(group, clause);
            }
            hyphenated(group);
            alongside(group);
            inStep(group);
        }
    }

    /** "US-Iraqi troops", "a Kenyan-Ugandan patrol". */
    private void hyphenated(NounGroup group) {
        String head = state.scene().singular(group.head());
        List<ActorMention> mentions = state.scene().mentions();
        for (int i = 0; i + 1 < mentions.size(); i++) {
            ActorMention one = mentions.get(i);
            ActorMention other = mentions.get(i + 1);
            boolean pair = group.first() <= one.first()
                    && other.first() == one.last() + 1
                    && other.last() <= group.head()
                    && state.scene().lower(one.last()).equals("-")
                    && (state.lexicon().in(LexiconSet.FORCES, head)
                            || state.lexicon().in(LexiconSet.UNDERTAKING, head));
            if (pair) {
                cooperate(group, List.of(new Actor(one, group, true), new Actor(other, group, true)));
            }
        }
    }

    /** "fights alongside X's troops", "drills alongside X's and Y's jets". */
    private void alongside(NounGroup group) {
        String head = state.scene().singular(group.head());
        boolean forces = state.lexicon().in(LexiconSet.FORCES, head)
                || state.lexicon().in(LexiconSet.AIRCRAFT, head)
                || state.lexicon().in(LexiconSet.VESSEL, head);
        if (!forces || !"alongside".equals(group.preposition())) {
            return;
        }
        List<Actor> partners = new ArrayList<>();
        NounGroup governor = group.governor();
        Clause clause = state.nounClauses().of(group);
        if (governor != null) {
            add(partners, state.scene().actors(governor));
        }
        if (partners.isEmpty() && clause != null) {
            add(partners, state.roles().subject(clause, state.contexts().of(clause), 6));
        }
        add(partners, state.scene().agents(group));
        cooperate(group, partners);
    }

    /** "in coordination with X, Y arrested …". */
    private void inStep(NounGroup group) {
        Clause clause = "in".equals(group.preposition())
                        && state.lexicon()
                                .in(LexiconSet.COOPERATION, state.scene().head(group))
                ? state.nounClauses().of(group)
                : null;
        if (clause == null) {
            return;
        }
        List<Actor> partners = new ArrayList<>();
        for (NounGroup modifier : group.modifiers()) {
            if ("with".equals(modifier.preposition())) {
                add(partners, state.scene().agents(modifier));
            }
        }
        if (!partners.isEmpty()) {
            add(partners, state.roles().subject(clause, state.contexts().of(clause), 3));
            cooperate(group, partners);
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

    /** "suspended joint drills with X": who ends what is joint does not take part in it. */
    private boolean ended(@Nullable Clause clause) {
        return clause != null
                && state.matcher().entries(clause).stream()
                        .limit(1)
                        .anyMatch(entry -> entry.type() == EventType.SANCTION || entry.type() == EventType.REJECT);
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
        boolean named = Actor.codes(partners).size() == 1;
        if (clause != null && (named || partners.isEmpty()) && !answered(group)) {
            add(partners, state.roles().subject(clause, state.contexts().of(clause), 3));
        }
        if (named && Actor.codes(partners).size() == 1) {
            add(partners, around.only(Actor.codes(partners)));
        }
        cooperate(group, partners);
    }

    /** "cancelled the talks in protest of joint drills with X", "in response to joint drills": who answers them takes no part. */
    private boolean answered(NounGroup group) {
        for (NounGroup at = group; at != null; at = at.governor()) {
            String head = state.scene().head(at);
            if ("in".equals(at.preposition())
                    && (head.equals("protest") || state.lexicon().in(LexiconSet.ANSWER, head))) {
                return true;
            }
        }
        return false;
    }

    private void cooperate(NounGroup group, List<Actor> partners) {
        for (Actor partner : partners) {
            state.drafts()
                    .addMissing(
                            SentenceCodingState.act(
                                    group,
                                    EventType.COOPERATE,
                                    planned(state.nounClauses().of(group)) ? Status.INTENDED : Status.ASSERTED,
                                    Rule.JOINTLY.grounds(),
                                    state.scene().head(group)),
                            List.of(partner),
                            partners);
        }
    }

    /** Whether the clause or one that it depends on is about the future: "will send jets to drill alongside X's". */
    private static boolean planned(@Nullable Clause clause) {
        for (Clause at = clause; at != null; at = at.parent()) {
            if (at.modality() == Modality.FUTURE) {
                return true;
            }
        }
        return false;
    }

    private static void add(List<Actor> partners, List<Actor> more) {
        for (Actor actor : Actor.without(more, Actor.codes(partners))) {
            if (actor.countryOrBloc() && actor.mention().kind() != MentionKind.REFERENCE) {
                partners.add(actor);
            }
        }
    }
}
