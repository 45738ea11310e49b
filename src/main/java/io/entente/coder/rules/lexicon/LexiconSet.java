package io.entente.coder.rules.lexicon;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sets of sets.tsv that rules read; the comments there say what each is. */
public enum LexiconSet {
    ACCIDENT,
    ACTING,
    AGENT,
    AGO,
    AIRCRAFT,
    ALLEGING,
    ANNOUNCING,
    ANSWER,
    APPEALING,
    AREA,
    ARMED,
    ARRANGING,
    ASKED,
    BACKING,
    CAMPAIGN,
    CAUSING,
    CLAIMING,
    CLAIMS,
    COMPANY,
    CONDITION,
    CONFER,
    CONTENT,
    CROWD,
    CRUELTY,
    CUSTODY,
    DEBATING,
    DELIVERING,
    DISPLAY,
    DOCUMENT,
    ENDING,
    ENTERING,
    EXCLAIMING,
    EXCLUDING,
    FORCES,
    FORMER,
    FRONTIER,
    GAME,
    GATHERING,
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
    JUDICIARY,
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
    NATIONAL,
    NEWSBREAK,
    OBLIGED,
    PARLEY,
    PEACEKEEPING,
    PERMITTING,
    PLANNED,
    POLITICS,
    PREFIX,
    PREMISES,
    PRIVATE,
    PULLOUT,
    RANK,
    SAYING,
    SENDING,
    SERVING,
    SEVERAL,
    SHARED,
    SIMULATION,
    SORTIE,
    SPORT,
    SPYING,
    STAGE,
    STATEMENT,
    SUFFIX,
    TALE,
    TALK,
    TOURING,
    TRYING,
    UNCERTAIN,
    UNTRUE,
    UNWANTED,
    VESSEL,
    VETOING,
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
