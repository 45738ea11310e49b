package io.entente.statement;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.language.Clause;
import io.entente.language.Relation;
import io.entente.statement.Drafts.Act;
import java.util.List;
import java.util.Set;

/**
 * A verb in its clause, with what is known of who acts and how it is told.
 *
 * @param clause where it stands
 * @param entry what the lexicon knows of it
 * @param sources who acts
 * @param status how the text presents it
 * @param context what it depends on and who tells it
 */
record Use(Clause clause, VerbEntry entry, List<Actor> sources, Status status, Context context) {
    Set<String> codes() {
        return Actor.codes(sources);
    }

    /** An act of this verb. */
    Act told(EventType type, String rule, double confidence) {
        double intensity = type == entry.type() ? entry.intensity() : EventTypes.intensity(type);
        boolean guess = clause.relation() == Relation.INFINITIVE && clause.parent() != null;
        return Stage.act(clause, type, intensity, status, context, rule, entry, guess ? confidence * 0.9 : confidence);
    }

    /** An act that follows from this verb as a fact, whatever the verb's own status. */
    Act asserted(EventType type, String rule, double confidence) {
        return told(type, rule, confidence).as(type, EventTypes.intensity(type), Status.ASSERTED, confidence);
    }
}
