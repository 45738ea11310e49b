package io.entente.actor.dictionary;

/** Classes of single words, from {@code words.tsv}. */
public enum WordMark {
    /** May stand between a country and the noun: "deputy", "far-right", "foreign". */
    MODIFIER,
    /** Ends a noun group: articles, prepositions, conjunctions, auxiliaries. */
    STOP,
    /** Takes a place that is not an actor after it: "in", "at". */
    PREPOSITION,
    /** Verbs of saying and acting, third person and past. */
    ACT,
    /** Says that a sentence is about sport, beyond doubt. */
    SPORT,
    /** Hints at sport. */
    GAME,
    /** Says that a sentence is about states even if it is about sport, too. */
    POLITICS,
    /** Says that an article is about the United States at home. */
    HOME_US,
    /** U.S. states and Canadian provinces: "Moscow, Idaho". */
    STATE,
    /** Nouns that an adjective of nation gives a style and no nationality: "restaurant". */
    STYLE,
    /** Says that goods, not a style, are meant: "tariffs on Kenyan wine". */
    TRADE,
    /** Nouns that make a capital the mere city: "mayor", "airport". */
    CIVIC,
    /** Those of them that are places themselves, so that what happens there happens in the country. */
    LOCALITY,
    /** Given names that are places, too: "Jordan". */
    GIVEN_PLACE,
    /** Family names that are places, too: "London". */
    FAMILY_PLACE,
    /** Given names. */
    GIVEN,
    /** Parts of family names in lower case: "van", "bin". */
    PARTICLE,
    /** After a hyphen: "based", "born": not an actor. */
    SUFFIX_IDLE,
    /** Two actors together: "sides", "countries". */
    PAIR,
    /** What stands for one country: "country", "kingdom". */
    LAND,
    /** What stands for the other side: "neighbour", "counterpart". */
    OTHER,
    /** Makes an office a private person: "former", "opposition". */
    PRIVATE,
    /** Titles before a name: "Mr". */
    HONORIFIC,
    /** Verbs that ask or tell somebody to do something. */
    DIRECTIVE,
    /** Verbs of what nobody does to his own. */
    HOSTILE,
    /** Prepositions after which no subject stands. */
    CASE,
    /** Last words of names that are not people's. */
    GEOGRAPHY,
    /** Parts of the world: "the Gulf emirate". */
    REGION,
    /** Pronouns and articles with which a reference may begin. */
    REFERENCE,
    /** Plants, dishes and animals: says that "turkey" is one. */
    FOOD;

    public int bit() {
        return 1 << ordinal();
    }
}
