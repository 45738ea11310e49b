package io.entente.coder.rules.clause;

import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets "us" and "our ships" stand for whoever speaks, "you" and a "they" that names nobody for those spoken to or of. */
public final class DeicticPronouns {
    private final AnnotatedSentence scene;
    private final FactualityResolver contexts;

    public DeicticPronouns(AnnotatedSentence scene, FactualityResolver contexts) {
        this.scene = scene;
        this.contexts = contexts;
    }

    /** The sentence, in which they stand for somebody now. */
    public AnnotatedSentence resolve() {
        for (Clause clause : scene.parse().clauses()) {
            resolve(clause.subject(), clause);
            for (NounGroup argument : clause.arguments()) {
                resolve(argument, clause);
                argument.modifiers().forEach(modifier -> resolve(modifier, clause));
            }
        }
        return scene;
    }

    private void resolve(@Nullable NounGroup group, Clause clause) {
        if (group == null) {
            return;
        }
        String head = scene.head(group);
        String opener = scene.lower(group.first());
        boolean speaker =
                FunctionWords.SPEAKER_PRONOUN.has(head) || FunctionWords.SPEAKER_POSSESSIVE.has(opener) && own(group);
        boolean others =
                FunctionWords.OTHER_PRONOUN.has(head) || FunctionWords.OTHER_POSSESSIVE.has(opener) && own(group);
        if (!speaker && !others || !scene.actors(group).isEmpty()) {
            return;
        }
        Factuality context = contexts.of(clause);
        List<Actor> actors = speaker
                ? context.voice().actors()
                : Actor.without(
                        context.counterpart(), Actor.codes(context.voice().actors()));
        if (!actors.isEmpty() && (speaker || context.said())) {
            scene.stand(group, actors);
        }
    }

    private boolean own(NounGroup group) {
        for (int i = group.first() + 1; i < group.last(); i++) {
            if (scene.in(LexiconSet.SHARED, scene.lower(i)) || scene.in(LexiconSet.SHARED, scene.singular(i))) {
                return false;
            }
        }
        return true;
    }
}
