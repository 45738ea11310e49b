package io.entente.statement;

import static io.entente.statement.Stage.act;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.language.Clause;
import io.entente.language.Modality;
import java.util.List;
import java.util.Set;

/** What is told somebody to refuse him: "told X that the island was not for sale", "told X that its help was unwelcome". */
final class Refusals {
    private static final double LIKELY = 0.7;

    private final Stage stage;

    Refusals(Stage stage) {
        this.stage = stage;
    }

    /**
     * Codes the clause if its words refuse something to whoever hears them.
     *
     * @param end index behind the clause's words
     */
    boolean code(Clause clause, Context context, int end) {
        Set<String> speakers = Actor.codes(context.voice().actors());
        List<Actor> hearers = Actor.without(context.counterpart(), speakers);
        if (hearers.isEmpty() || !refuses(clause, speakers, end)) {
            return false;
        }
        stage.drafts()
                .add(
                        act(clause, EventType.REJECT, -3, Status.ASSERTED, context, "refused", null, LIKELY),
                        context.voice().actors(),
                        hearers);
        return true;
    }

    private boolean refuses(Clause clause, Set<String> speakers, int end) {
        boolean copula = clause.lemma().equals("be") || clause.lemma().equals("remain");
        if (copula && clause.modality() != Modality.POSSIBLE) {
            return says(clause.negated() ? "withheld" : "unwanted", clause.last(), end);
        }
        boolean speakersOwn = clause.negated()
                && (clause.modality() == Modality.FUTURE || clause.modality() == Modality.WOULD)
                && !clause.passive()
                && speakers.containsAll(Actor.codes(stage.scene().actors(clause.subject())));
        return speakersOwn && gives(clause);
    }

    /** Whether the verb grants something, so that not to do it is a refusal. */
    private boolean gives(Clause clause) {
        if (stage.lexicon().in("granting", Scene.key(clause))) {
            return true;
        }
        return stage.matcher().entries(clause).stream()
                .limit(1)
                .anyMatch(e -> e.operator() == Operator.ACCEPT
                        || e.operator() == Operator.AGREE
                        || e.type() != null && !EventTypes.hostile(e.type()) && e.type() != EventType.STATEMENT);
    }

    private boolean says(String set, int first, int end) {
        for (int i = first; i < end; i++) {
            if (stage.lexicon().in(set, stage.scene().lower(i))) {
                return true;
            }
        }
        return false;
    }
}
