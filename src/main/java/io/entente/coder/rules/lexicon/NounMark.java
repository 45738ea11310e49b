package io.entente.coder.rules.lexicon;

/** What else holds of a noun of the event lexicon; the head of nouns.tsv explains each. */
public enum NounMark {
    MUTUAL,
    OF_AGENT,
    LIGHT,
    ECHO,
    MISDEED,
    UNDOING,
    ASSET
}
