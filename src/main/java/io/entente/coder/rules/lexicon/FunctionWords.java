package io.entente.coder.rules.lexicon;

import io.entente.table.TsvTable;
import io.entente.table.WordSets;
import org.jspecify.annotations.Nullable;

/**
 * Words of the closed classes (prepositions, pronouns, conjunctions) by the place in which a rule expects them; the comments in
 * function-words.tsv say what each class is. They are grammar, which is why a user cannot extend them, unlike {@link LexiconSet}.
 */
public enum FunctionWords {
    ACCUSATION,
    ADJUNCT,
    AFFILIATION,
    AHEAD,
    ALONG_BORDER,
    AMID,
    ANSWERED,
    ARTICLE,
    AT_GATHERING,
    AT_PLACE,
    BACKGROUND,
    BARE_INFINITIVE,
    BEFORE_YEAR,
    BESIDE,
    BLOW,
    CHARGE,
    CIRCUMSTANCE,
    COMING,
    COMITATIVE,
    CONDITIONAL,
    COPULA,
    COPULAR,
    DETERMINER,
    ERRAND,
    EXPLETIVE,
    FACED,
    FIRST_PERSON,
    GROUND_OF_FORCE,
    GROUND_OF_NOUN,
    HEEDED,
    HYPOTHETICAL,
    INTRUDER,
    LIST_FILLER,
    LIST_OPENER,
    LOCATION,
    MEANWHILE,
    NAME_LINK,
    NEARBY,
    NOBODY,
    NOT_GROUND,
    NOUN_AGENT,
    OUT_OF,
    OBJECT_PRONOUN,
    ON_TOUR,
    OTHER_POSSESSIVE,
    OTHER_PRONOUN,
    OWNER,
    PARTICLE,
    PARTNER,
    PERSONAL_PRONOUN,
    POINTER,
    PRONOUN_OF_ACT,
    PROVOCATION,
    REASON,
    ROUTE,
    SERVICE,
    SIDE_BY_SIDE,
    SPEAKER_POSSESSIVE,
    SPEAKER_PRONOUN,
    SUBJECT_GERUND,
    TEMPORAL,
    TOPIC,
    TOWARD,
    UNDONE,
    VENUE,
    WITHIN;

    private static final WordSets<FunctionWords> WORDS =
            WordSets.of(TsvTable.resource(FunctionWords.class, "function-words.tsv"), FunctionWords.class);

    /** Whether a word or phrase in lower case belongs to the class; null does not. */
    public boolean has(@Nullable String word) {
        return WORDS.in(this, word);
    }
}
