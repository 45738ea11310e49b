package io.entente.coder.rules.rule;

import java.util.List;

/** A rule for a verb that stands for an event by itself. It may add candidates whatever it answers. */
@FunctionalInterface
interface DeedRule {
    Answer apply(Deed deed);

    /** Asks the rules in their order until one has handled the deed. */
    static Answer first(List<DeedRule> rules, Deed deed) {
        for (DeedRule rule : rules) {
            if (rule.apply(deed) == Answer.HANDLED) {
                return Answer.HANDLED;
            }
        }
        return Answer.CONTINUE;
    }
}
