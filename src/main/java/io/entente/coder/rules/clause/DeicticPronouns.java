package io.entente.coder.rules.clause;

import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets "us" and "our ships" stand for whoever speaks, "you" and a "they" that names nobody for those spoken to or of. */
public final class DeicticPronouns {
    private static final Set<String> SPEAKER = Set.of("us", "me", "ourselves", "myself");
    private static final Set<String> OWN = Set.of("our", "my");
    private static final Set<String> OTHERS = Set.of("they", "them", "you", "themselves");
    private static final Set<String> OTHERS_OWN = Set.of("their", "your");

    /** What is the speaker's only together with others: "our two countries", "our neighbours". */
    private static final Set<String> SHARED = Set.of(
            "two",
            "both",
            "three",
            "neighbour",
            "neighbor",
            "friend",
            "ally",
            "partner",
            "brother",
            "sister",
            "enemy",
            "adversary",
            "foe",
            "rival",
            "relation",
            "tie",
            "friendship",
            "relationship",
            "cooperation",
            "region",
            "alliance",
            "partnership",
            "counterpart",
            "colleague",
            "border",
            "planet",
            "continent",
            "time");

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
        boolean speaker = SPEAKER.contains(head) || OWN.contains(opener) && own(group);
        boolean others = OTHERS.contains(head) || OTHERS_OWN.contains(opener) && own(group);
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
            if (SHARED.contains(scene.lower(i)) || SHARED.contains(scene.singular(i))) {
                return false;
            }
        }
        return true;
    }
}
