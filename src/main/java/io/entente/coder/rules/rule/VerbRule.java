package io.entente.coder.rules.rule;

import io.entente.coder.rules.discourse.Predicate;
import java.util.List;

/** A rule for a verb in its clause. It may add candidates whatever it answers. */
@FunctionalInterface
interface VerbRule {
    Answer apply(Predicate predicate);

    /** Asks the rules in their order until one has handled the verb. */
    static Answer first(List<VerbRule> rules, Predicate predicate) {
        for (VerbRule rule : rules) {
            if (rule.apply(predicate) == Answer.HANDLED) {
                return Answer.HANDLED;
            }
        }
        return Answer.CONTINUE;
    }
}
