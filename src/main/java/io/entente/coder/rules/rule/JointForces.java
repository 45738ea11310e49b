package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Codes forces of several states that do the same together: "Kenyan and Ugandan troops raided a camp", "troops backed by X's jets". */
final class JointForces {
    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;

    JointForces(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
    }

    void code() {
        for (Clause clause : scene.parse().clauses()) {
            Factuality context = stage.contexts().of(clause);
            Status status = stage.contexts().status(clause, context, true);
            if (status == Status.ASSERTED || status == Status.INTENDED) {
                for (NounGroup group : fighting(clause)) {
                    together(clause, comrades(group), status, context);
                }
            }
        }
    }

    /** The groups that may act in a clause: its subject, what its passive has after "by". */
    private List<NounGroup> fighting(Clause clause) {
        List<NounGroup> groups = new ArrayList<>(2);
        boolean acts = !clause.passive() && !clause.lemma().equals("be") && !suffers(clause);
        if (clause.subject() != null && acts && !mutual(clause)) {
            groups.add(clause.subject());
        }
        for (NounGroup argument : clause.arguments()) {
            if (clause.passive() && "by".equals(argument.preposition())) {
                groups.add(argument);
            }
        }
        return groups;
    }

    /** "Kenyan and Ugandan soldiers died": that they do not do. */
    private boolean suffers(Clause clause) {
        return stage.matcher().entries(clause).stream()
                        .anyMatch(entry -> entry.slots().contains("subj"))
                || clause.lemma().equals("die");
    }

    /** "US and Iraqi troops clashed": those fight one another. */
    private boolean mutual(Clause clause) {
        return clause.lemma().equals("exchange")
                || stage.matcher().entries(clause).stream().anyMatch(VerbEntry::mutual);
    }

    private List<Actor> comrades(NounGroup group) {
        List<Actor> found = new ArrayList<>(scene.agents(group));
        if (found.isEmpty() || !forces(group)) {
            return List.of();
        }
        found.removeIf(actor -> !actor.direct() || actor.mention().kind() == MentionKind.REFERENCE);
        if (alternative(group)) {
            return List.of();
        }
        for (NounGroup modifier : group.modifiers()) {
            if ("with".equals(modifier.preposition()) && forces(modifier)) {
                found.addAll(Actor.without(scene.agents(modifier), Actor.codes(found)));
            }
        }
        Clause relative = group.relative();
        if (relative != null && relative.passive() && stage.lexicon().in(LexiconSet.BACKING, relative.lemma())) {
            for (NounGroup argument : relative.arguments()) {
                if ("by".equals(argument.preposition()) && forces(argument)) {
                    found.addAll(Actor.without(scene.agents(argument), Actor.codes(found)));
                }
            }
        }
        return found;
    }

    /** "a Kenyan or Ugandan jet": one of them. */
    private boolean alternative(NounGroup group) {
        return group.conjuncts().stream()
                .anyMatch(conjunct -> conjunct.first() > 0
                        && scene.lower(conjunct.first() - 1).equals("or"));
    }

    private boolean forces(NounGroup group) {
        List<NounGroup> conjuncts = group.conjuncts();
        NounGroup last = conjuncts.isEmpty() ? group : conjuncts.get(conjuncts.size() - 1);
        String head = scene.singular(last.head());
        return stage.lexicon().in(LexiconSet.FORCES, head) && !head.equals("police")
                || stage.lexicon().in(LexiconSet.AIRCRAFT, head)
                || stage.lexicon().in(LexiconSet.WARFARE, head);
    }

    private void together(Clause clause, List<Actor> comrades, Status status, Factuality context) {
        if (Actor.codes(comrades).size() < 2) {
            return;
        }
        boolean known = stage.drafts().all().stream()
                .anyMatch(d -> d.type() != EventType.AID && d.type() != EventType.SUPPORT && among(d, comrades));
        if (!known) {
            stage.drafts()
                    .drop(d -> (d.type() == EventType.AID || d.type() == EventType.SUPPORT)
                            && d.grounds().rule() == Rule.PASSIVE
                            && among(d, comrades));
            stage.both(
                    SentenceCodingState.act(
                            clause, EventType.COOPERATE, 6, status, context, Rule.JOINT_FORCES.grounds(), null),
                    comrades,
                    comrades);
        }
    }

    private static boolean among(CandidateEvent event, List<Actor> comrades) {
        Set<String> codes = Actor.codes(comrades);
        return codes.contains(event.source().code())
                && codes.contains(event.target().code());
    }
}
