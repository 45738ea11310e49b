package io.entente.coder.rules.rule;

import static io.entente.coder.rules.clause.Actor.first;

import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.discourse.AgentResolver;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbMark;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verbs whose subject is not who acts: "drew criticism from X", "X angered Y". */
final class InvertedRoles {
    private final SentenceCodingState state;
    private final SemanticRoles roles;
    private final AgentResolver agents;

    InvertedRoles(SentenceCodingState state) {
        this.state = state;
        this.roles = state.roles();
        this.agents = new AgentResolver(state);
    }

    /** "drew criticism from X": the subject suffers it. */
    Answer swapped(Deed deed) {
        if (!deed.predicate().entry().slots().contains("subj")) {
            return Answer.CONTINUE;
        }
        state.drafts()
                .add(
                        deed.predicate().act(deed.type(), Rule.SWAPPED),
                        agents.ofSuffered(deed.predicate()),
                        suffering(deed.clause().subject()));
        return Answer.HANDLED;
    }

    /** Whom or whose act the subject names: "X", "the visit". */
    private List<Actor> suffering(@Nullable NounGroup subject) {
        List<Actor> named = state.scene().actors(subject);
        return named.isEmpty() && subject != null ? state.memory().mover(state.scene(), subject) : named;
    }

    /** "X angered Y": Y resents what X does. */
    Answer experienced(Deed deed) {
        if (!deed.has(VerbMark.EXPERIENCER)) {
            return Answer.CONTINUE;
        }
        Clause clause = deed.clause();
        List<Actor> moved = roles.object(clause, Set.of());
        NounGroup cause = clause.passive() ? null : clause.subject();
        List<Actor> causers = clause.passive()
                ? first(roles.after(clause, "by"), roles.after(clause, "at"), roles.after(clause, "over"))
                : first(
                        authors(cause, Actor.codes(moved)),
                        state.scene().nearest(cause, Actor.codes(moved), false),
                        cause == null ? List.of() : state.memory().mover(state.scene(), cause));
        state.drafts().add(deed.predicate().act(deed.type(), Rule.EXPERIENCER), moved, causers);
        return Answer.HANDLED;
    }

    /** Who did what a noun names: "the sanctions imposed by X". */
    private List<Actor> authors(@Nullable NounGroup group, Set<String> codes) {
        NounEntry noun = group == null ? null : state.scene().event(group);
        return group == null || noun == null
                ? List.of()
                : Actor.without(state.nouns().agents(group, noun), codes);
    }
}
