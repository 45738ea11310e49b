package io.entente.coder.rules.rule;

/** What a rule answers when it is asked about a verb. */
enum Answer {
    /** The verb is done with: no rule after this one is asked. */
    HANDLED,
    /** The next rule is asked. */
    CONTINUE;

    static Answer handledIf(boolean handled) {
        return handled ? HANDLED : CONTINUE;
    }
}
