package io.entente.coder.rules.clause;

import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;

/** The actors among the arguments of a clause, whatever the verb makes of them. */
public final class Arguments {
    private final AnnotatedSentence scene;

    Arguments(AnnotatedSentence scene) {
        this.scene = scene;
    }

    /** The agents after a preposition of the clause. */
    List<Actor> after(Clause clause, String preposition) {
        for (NounGroup argument : clause.arguments()) {
            if (preposition.equals(argument.preposition())) {
                List<Actor> agents = scene.agents(argument);
                if (!agents.isEmpty()) {
                    return agents;
                }
            }
        }
        return List.of();
    }

    /** Anybody else among the clause's arguments, mere places left out. */
    List<Actor> anywhere(Clause clause, Set<String> sources) {
        for (NounGroup argument : clause.arguments()) {
            if (FunctionWords.ADJUNCT.has(argument.preposition())
                    || scene.aside(argument)
                    || NounRoles.answers(scene, argument)) {
                continue;
            }
            List<Actor> found = scene.nearest(argument, sources, false);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
