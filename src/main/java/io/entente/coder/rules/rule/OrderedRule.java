package io.entente.coder.rules.rule;

import java.util.List;

/**
 * A rule that is asked in its turn: for a verb in its clause, or for one that stands for an event by itself. It may add candidates whatever it
 * answers.
 *
 * @param <T> what it looks at
 */
@FunctionalInterface
interface OrderedRule<T> {
    Answer apply(T subject);

    /** Asks the rules in their order until one has handled the subject. */
    static <T> Answer first(List<OrderedRule<T>> rules, T subject) {
        for (OrderedRule<T> rule : rules) {
            if (rule.apply(subject) == Answer.HANDLED) {
                return Answer.HANDLED;
            }
        }
        return Answer.CONTINUE;
    }
}
