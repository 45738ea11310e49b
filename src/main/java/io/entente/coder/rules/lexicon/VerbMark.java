package io.entente.coder.rules.lexicon;

/** What else holds of a verb of the event lexicon; the head of verbs.tsv explains each. */
public enum VerbMark {
    MUTUAL,
    TOGETHER,
    PASSIVE,
    EXPERIENCER,
    BELOW,
    FORCE,
    RECALL,
    OBJECT,
    THIRD,
    SWITCH,
    ITSELF,
    VISIT,
    PLACE,
    DRILL
}
