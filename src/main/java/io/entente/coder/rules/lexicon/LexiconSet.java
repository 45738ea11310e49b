package io.entente.coder.rules.lexicon;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sets of sets.tsv that rules read; the comments there say what each is. */
public enum LexiconSet {
    ACTING,
    AGENT,
    AGO,
    AIRCRAFT,
    ALLEGING,
    ANNOUNCING,
    ANSWER,
    ARMED,
    ASKED,
    BACKING,
    CAUSING,
    CLAIMING,
    CLAIMS,
    COMPANY,
    CONDITION,
    CONFER,
    CONTENT,
    CROWD,
    CRUELTY,
    DEBATING,
    DELIVERING,
    DISPLAY,
    DOCUMENT,
    ENDING,
    EXCLAIMING,
    EXCLUDING,
    FORCES,
    FORMER,
    FRONTIER,
    GAME,
    GIFT,
    GRANTING,
    HEDGE,
    HELPER,
    HELPING,
    HOLDING,
    IMAGINATION,
    IMAGINED,
    INTENSIFIER,
    IRREGULAR,
    JOINT,
    JURISDICTION,
    LAUNCHING,
    LAWFUL,
    LINKING,
    MAKING,
    MARKET,
    MATTER,
    MEASURE,
    MEETING,
    MENACE,
    NEWSBREAK,
    OBLIGED,
    PEACEKEEPING,
    PERMITTING,
    POLITICS,
    PREFIX,
    PREMISES,
    PRIVATE,
    RANK,
    SAYING,
    SERVING,
    SEVERAL,
    SHARED,
    SIMULATION,
    SPORT,
    STAGE,
    STATEMENT,
    SUFFIX,
    TALE,
    TALK,
    TOURING,
    TRYING,
    UNTRUE,
    UNWANTED,
    WARFARE,
    WEAPON,
    WEATHER,
    WISH,
    WITHHELD,
    YEARS;

    private static final Map<String, LexiconSet> BY_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(LexiconSet::label, Function.identity()));

    /** Its name in sets.tsv. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static boolean isNamed(String label) {
        return BY_NAME.containsKey(label);
    }
}
