package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.discourse.Predicate;
import io.entente.coder.rules.lexicon.VerbMark;
import io.entente.language.Clause;
import java.util.List;
import java.util.Set;

/**
 * A verb that stands for an event by itself.
 *
 * @param predicate the verb in its clause
 * @param type the event
 * @param sources who does it: the clause's own until those that it leaves out are known
 */
record Deed(Predicate predicate, EventType type, List<Actor> sources) {
    Clause clause() {
        return predicate.clause();
    }

    Set<String> codes() {
        return Actor.codes(sources);
    }

    boolean has(VerbMark mark) {
        return predicate.entry().has(mark);
    }

    /** The same done by others. */
    Deed by(List<Actor> others) {
        return new Deed(predicate, type, others);
    }
}
