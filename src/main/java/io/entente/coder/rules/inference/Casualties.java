package io.entente.coder.rules.inference;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/** Private people who are shot or killed by nobody in the clause where the forces of one other state are at hand: by them. */
final class Casualties implements Runnable {
    /** The words between two sides of a clash. */
    private static final int SIDE = 6;

    private final SentenceCodingState state;
    private final Surroundings around;

    Casualties(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    @Override
    public void run() {
        for (NounGroup group : state.scene().parse().groups()) {
            NounEntry noun = state.scene().event(group);
            if (noun != null && noun.mutual() && noun.type() == EventType.ASSAULT) {
                between(group);
            }
        }
        for (Clause clause : state.scene().parse().clauses()) {
            Factuality context = state.contexts().of(clause);
            Status status = hit(clause) ? state.contexts().status(clause, context, true) : null;
            if (status == Status.ASSERTED) {
                List<Actor> named = state.roles().after(clause, "by");
                List<Actor> victims = named.isEmpty() ? victims(clause) : meant(clause, Actor.codes(named));
                List<Actor> forces = named.isEmpty() && !victims.isEmpty() ? forces(Actor.codes(victims)) : named;
                state.drafts()
                        .addMissing(
                                SentenceCodingState.act(
                                        clause, EventType.ASSAULT, status, context, Rule.GROUND.grounds()),
                                forces,
                                victims);
            }
        }
    }

    /** "a clash between Kenyan migrants and X's guards": X's force against them. */
    private void between(NounGroup group) {
        for (NounGroup sides : group.modifiers()) {
            if (!"between".equals(sides.preposition())) {
                continue;
            }
            List<Actor> forces = state.scene().agents(sides);
            List<Actor> victims = around.named().stream()
                    .filter(actor -> actor.mention().first() >= sides.first()
                            && actor.mention().first() <= sides.last() + SIDE
                            && around.people(actor))
                    .limit(1)
                    .toList();
            if (Actor.codes(forces).size() == 1) {
                state.drafts()
                        .addMissing(
                                SentenceCodingState.act(
                                        group,
                                        EventType.ASSAULT,
                                        Status.ASSERTED,
                                        Rule.GROUND.grounds(),
                                        state.scene().head(group)),
                                forces,
                                Actor.without(victims, Actor.codes(forces)));
            }
        }
    }

    private boolean hit(Clause clause) {
        return suffers(clause) && (!state.roles().after(clause, "by").isEmpty() || unexplained(clause));
    }

    private boolean suffers(Clause clause) {
        List<VerbEntry> entries = state.matcher().entries(clause);
        return clause.passive() && !entries.isEmpty() && entries.get(0).type() == EventType.ASSAULT;
    }

    /** Whether nothing says who did it; a fight may stand further on: "two were killed and four wounded in clashes". */
    private boolean unexplained(Clause clause) {
        return clause.arguments().stream().noneMatch(this::otherwise)
                && state.scene().parse().groups().stream().noneMatch(this::fought);
    }

    /** "killed by a bomb", "killed in clashes with militants": somebody else may have done it. */
    private boolean otherwise(NounGroup argument) {
        NounEntry noun = state.scene().event(argument);
        return "by".equals(argument.preposition())
                || FunctionWords.BLOW.has(argument.preposition()) && (noun == null || noun.mutual());
    }

    /** "Two Kenyans stabbed a guard; the attackers were shot by X's police": those who were named before. */
    private List<Actor> meant(Clause clause, Set<String> forces) {
        NounGroup subject = clause.subject();
        if (subject == null
                || !state.scene().lower(subject.first()).equals("the")
                || !state.scene().actors(subject).isEmpty()
                || !state.lexicon().in(LexiconSet.PRIVATE, state.scene().singular(subject.head()))) {
            return List.of();
        }
        return around.people(subject.first(), forces).stream()
                .filter(actor -> actor.mention().first() < subject.first())
                .toList();
    }

    private List<Actor> victims(Clause clause) {
        NounGroup subject = clause.subject();
        return around.named().stream()
                .filter(actor -> actor.group() == subject
                        && around.people(actor)
                        && (actor.national()
                                || state.lexicon()
                                        .in(
                                                LexiconSet.PRIVATE,
                                                state.scene()
                                                        .singular(actor.group().head()))
                                || state.lexicon()
                                        .in(
                                                LexiconSet.CIVILIAN,
                                                state.scene()
                                                        .singular(actor.group().head()))))
                .limit(1)
                .toList();
    }

    /** The forces of the only state that is named by its forces. */
    private List<Actor> forces(Set<String> own) {
        List<Actor> found = around.states(own).stream()
                .filter(actor -> actor.mention().kind() != MentionKind.REFERENCE
                        && armed(actor.group())
                        && !hurt(actor.group())
                        && !attacked(actor.group()))
                .toList();
        return Actor.codes(found).size() == 1 ? found.subList(0, 1) : List.of();
    }

    /** "One Kenyan was killed and two X soldiers were wounded": victims themselves. */
    private boolean hurt(NounGroup group) {
        return state.scene().parse().clauses().stream()
                .anyMatch(clause -> clause.subject() == group && suffers(clause));
    }

    private boolean fought(NounGroup argument) {
        NounEntry noun = state.scene().event(argument);
        return FunctionWords.BLOW.has(argument.preposition()) && noun != null && noun.mutual();
    }

    /** "a bomb attack on X's troops", "a bomber attacked X's convoy": those whom somebody else attacked. */
    private boolean attacked(NounGroup group) {
        NounGroup governor = group.governor();
        NounEntry attack = governor == null ? null : state.scene().event(governor);
        boolean on = attack != null
                && attack.type() == EventType.ASSAULT
                && ("on".equals(group.preposition()) || "against".equals(group.preposition()));
        return on
                || state.scene().parse().clauses().stream()
                        .anyMatch(clause -> clause.object() == group
                                && clause.finite()
                                && !clause.passive()
                                && state.matcher().entries(clause).stream()
                                        .limit(1)
                                        .anyMatch(entry -> entry.type() == EventType.ASSAULT));
    }

    private boolean armed(NounGroup group) {
        String head = state.scene().singular(group.head());
        return state.lexicon().in(LexiconSet.FORCES, head) || state.lexicon().in(LexiconSet.CORDON, head);
    }
}
