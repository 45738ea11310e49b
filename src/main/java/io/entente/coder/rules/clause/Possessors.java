package io.entente.coder.rules.clause;

import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose a thing is, or who made it, by the relative clause that describes it. */
public final class Possessors {
    private final AnnotatedSentence scene;
    private final Arguments arguments;

    Possessors(AnnotatedSentence scene, Arguments arguments) {
        this.scene = scene;
        this.arguments = arguments;
    }

    /** Whose something is by what is said of it: "a tanker flying X's flag", "lines that feed X's mines", "drones that X launched". */
    List<Actor> owner(NounGroup group, Set<String> sources) {
        Clause told = group.relative();
        if (told == null) {
            return List.of();
        }
        if (!told.finite() && scene.in(LexiconSet.HOLDING, told.lemma())) {
            return arguments.anywhere(told, sources);
        }
        if (scene.in(LexiconSet.CLAIMING, told.lemma()) && (told.passive() || told.subject() != group)) {
            return Actor.without(told.passive() ? arguments.after(told, "by") : scene.agents(told.subject()), sources);
        }
        if (scene.in(LexiconSet.LAUNCHING, told.lemma())) {
            return Actor.without(told.passive() ? arguments.after(told, "by") : scene.agents(told.subject()), sources);
        }
        return scene.in(LexiconSet.HOLDING, told.lemma()) ? arguments.anywhere(told, sources) : List.of();
    }

    /** "rockets fired by X hit …": who made the subject what it is. */
    List<Actor> maker(@Nullable NounGroup subject) {
        Clause made = subject == null ? null : subject.relative();
        if (made != null && !made.passive() && !made.finite() && scene.in(LexiconSet.SERVING, made.lemma())) {
            return Actor.first(
                    arguments.after(made, "for"),
                    arguments.after(made, "on behalf of"),
                    arguments.after(made, "under"));
        }
        if (made == null || !made.passive()) {
            return List.of();
        }
        List<Actor> agents = arguments.after(made, "by");
        return agents.isEmpty() && scene.in(LexiconSet.LINKING, made.lemma()) ? arguments.after(made, "to") : agents;
    }

    /** Who made what is answered: "a plan drawn up by X", "an offer that X had made". */
    List<Actor> authors(NounGroup group, Set<String> sources) {
        Clause told = group.relative();
        if (told == null || !scene.in(LexiconSet.MAKING, told.lemma())) {
            return List.of();
        }
        return Actor.without(told.passive() ? arguments.after(told, "by") : scene.agents(told.subject()), sources);
    }
}
