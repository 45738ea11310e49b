package io.entente.actor;

import io.entente.actor.dictionary.Forms;
import io.entente.actor.dictionary.ReferenceWords;
import io.entente.actor.dictionary.Sense;
import io.entente.actor.dictionary.Sense.Type;
import io.entente.actor.dictionary.WordMark;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds where a country's, capital's or people's name means something else: a town in Ohio, a striker, a dish. */
final class Traps {
    /** How many words may stand between a preposition and the place after it. */
    private static final int NEAR = 5;

    private final CountryEvidence evidence;
    private final Homonyms homonyms;
    private final Set<String> persons = new HashSet<>();

    Traps(CountryEvidence evidence) {
        this.evidence = evidence;
        this.homonyms = new Homonyms(evidence);
    }

    /** Whether {@code hit}, taken as {@code sense}, names no actor. */
    boolean idle(TaggedSentence line, FormMatch hit, Sense sense) {
        return sense.weak() && !evidence.names(code(sense)) && !half(sense) && !acts(line, hit)
                || person(line, hit, sense)
                || town(line, hit, sense)
                || attribute(line, hit, sense)
                || homonyms.isOther(line, hit, code(sense));
    }

    /** "The North" and "the South" in news from Korea. */
    private boolean half(Sense sense) {
        String code = code(sense);
        return (code.equals("PRK") || code.equals("KOR")) && (evidence.names("KOR") || evidence.names("PRK"));
    }

    /** A capital that also names other towns, but acts: "San Jose recalled its envoy". People of that name do not count. */
    private static boolean acts(TaggedSentence line, FormMatch hit) {
        boolean namesake = line.has(hit.first(), WordMark.GIVEN_PLACE) || line.has(hit.first(), WordMark.FAMILY_PLACE);
        return !namesake && hit.is(Type.CAPITAL) && line.has(hit.last(), WordMark.ACT);
    }

    private static String code(Sense sense) {
        return sense.code() == null ? "" : sense.code();
    }

    /** "Jordan Peele", "Jack London", "Chad, a 34-year-old plumber", and the same word later in the article. */
    private boolean person(TaggedSentence line, FormMatch hit, Sense sense) {
        int at = hit.first();
        if (hit.last() - at != 1 || !line.has(at, WordMark.GIVEN_PLACE) && !line.has(at, WordMark.FAMILY_PLACE)) {
            return false;
        }
        String word = line.lower(at);
        boolean given = line.has(at, WordMark.GIVEN_PLACE) && !line.titleCase() && nameFollows(line, hit.last());
        boolean family =
                line.has(at, WordMark.FAMILY_PLACE) && line.has(at - 1, WordMark.GIVEN) && line.capitalised(at - 1);
        boolean titled = line.has(at - 1, WordMark.HONORIFIC) && line.capitalised(at - 1);
        boolean aged = line.lower(hit.last()).equals(",") && aged(line, hit.last() + 1);
        boolean related = line.has(at, WordMark.GIVEN_PLACE)
                && line.lower(hit.last()).equals("and")
                && (line.lower(hit.last() + 1).equals("his")
                        || line.lower(hit.last() + 1).equals("her"));
        if (given || family || titled || aged || related) {
            persons.add(word);
            return true;
        }
        return persons.contains(word) && !line.possessive(hit.last()) && !evidence.namesOtherwise(code(sense), word);
    }

    /** Of two countries of the same name (Congo) the second, where the article names that one in other words and not the first. */
    @Nullable
    Sense choose(TaggedSentence line, FormMatch hit, @Nullable Sense first, int day) {
        if (first == null || first.weak() || hit.senses().length == 1) {
            return first;
        }
        String word = line.lower(hit.first());
        for (Sense sense : hit.senses()) {
            boolean other = sense.weak()
                    && sense.on(day)
                    && sense.code() != null
                    && !sense.code().equals(first.code());
            if (other && evidence.namesOtherwise(code(sense), word) && !evidence.namesOtherwise(code(first), word)) {
                return sense;
            }
        }
        return first;
    }

    /** Takes note of "Jordan Peterson", so that "Jordan" later on is he. */
    void note(TaggedSentence line, FormMatch trap) {
        for (int i : new int[] {trap.first(), trap.last() - 1}) {
            if (line.has(i, WordMark.GIVEN_PLACE) || line.has(i, WordMark.FAMILY_PLACE)) {
                persons.add(line.lower(i));
            }
        }
    }

    private static boolean nameFollows(TaggedSentence line, int at) {
        return line.capitalised(at)
                && line.hit(at) == null
                && line.marks(at) == 0
                && line.token(at).text().length() > 1
                && !Forms.acronym(line.token(at).text());
    }

    private static boolean aged(TaggedSentence line, int at) {
        for (int i = at; i < at + 6; i++) {
            if (line.lower(i).equals("year") && line.hyphen(i - 1)
                    || line.lower(i).equals("aged")) {
                return true;
            }
        }
        return line.word(at)
                && Character.isDigit(line.lower(at).charAt(0))
                && line.lower(at + 1).equals(",");
    }

    /** "Moscow, Idaho", "Paris (Texas)", and the Georgia of "Athens, Georgia". */
    private static boolean town(TaggedSentence line, FormMatch hit, Sense sense) {
        boolean place = sense.type() == Type.CAPITAL || sense.type() == Type.COUNTRY || sense.type() == Type.PLACE;
        if (!place) {
            return false;
        }
        int before = hit.first() - 1;
        FormMatch city = line.hit(before - 1);
        boolean state = line.has(hit.first(), WordMark.STATE)
                && line.lower(before).equals(",")
                && city != null
                && (city.is(Type.CAPITAL) || city.is(Type.PLACE))
                && inState(line, city);
        boolean unknownTown = line.has(hit.first(), WordMark.STATE)
                && line.lower(before).equals(",")
                && line.capitalised(before - 1)
                && city == null
                && (line.lower(hit.last()).equals(",") || line.lower(hit.last()).equals("."));
        return state || unknownTown || inState(line, hit);
    }

    private static boolean inState(TaggedSentence line, FormMatch hit) {
        int mark = hit.last();
        boolean apart = line.lower(mark).equals(",") || line.lower(mark).equals("(");
        FormMatch state = line.hit(mark + 1);
        boolean own = state != null && sharesActor(hit, state);
        return apart
                && !own
                && line.has(mark + 1, WordMark.STATE)
                && line.capitalised(mark + 1)
                && !line.possessive(mark + 2)
                && !line.has(mark + 2, WordMark.ACT)
                && !listed(line, hit);
    }

    /** Tbilisi, Georgia. */
    private static boolean sharesActor(FormMatch town, FormMatch state) {
        for (Sense one : town.senses()) {
            for (Sense other : state.senses()) {
                if (one.code() != null && one.code().equals(other.code())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it stands in a list ("Mexico, Georgia and Ukraine"), where the next name says nothing of this one. */
    private static boolean listed(TaggedSentence line, FormMatch hit) {
        int next = hit.last() + 2;
        FormMatch before = line.hit(hit.first() - 2);
        boolean third = (line.lower(next).equals("and") || line.lower(next).equals(","))
                && line.hit(next + 1) != null
                && line.has(hit.last() + 1, WordMark.GIVEN_PLACE);
        return third
                || before != null
                        && line.lower(hit.first() - 1).equals(",")
                        && !before.is(Type.HEAD)
                        && line.has(hit.last() + 1, WordMark.GIVEN_PLACE);
    }

    /** "London-based", "Mexican restaurant", "the mayor of Moscow", "Tokyo shares". */
    private static boolean attribute(TaggedSentence line, FormMatch hit, Sense sense) {
        int next = hit.last();
        if (line.hyphen(next) && line.has(next + 1, WordMark.SUFFIX_IDLE)) {
            return true;
        }
        if (sense.type() == Type.DEMONYM && styled(line, next)) {
            return true;
        }
        boolean ethnic = line.lower(hit.first() - 1).equals("ethnic");
        if (ethnic || ReferenceWords.TRADED.has(line.lower(next))) {
            return true;
        }
        if (sense.type() != Type.CAPITAL && sense.type() != Type.SEAT && sense.type() != Type.PLACE) {
            return false;
        }
        if (locality(line, hit, sense)) {
            return false;
        }
        if (sense.type() == Type.CAPITAL && compound(line, hit)) {
            return true;
        }
        if (line.lower(hit.first() - 1).equals("of")
                && line.has(hit.first() - 2, WordMark.CIVIC)
                && line.head(hit.first() - 2) == null) {
            return true;
        }
        int noun = line.possessive(next) ? next + 1 : next;
        boolean civic = line.has(noun, WordMark.CIVIC)
                || line.possessive(next)
                        && !line.has(noun, WordMark.STOP)
                        && line.has(noun + 1, WordMark.CIVIC)
                        && line.head(noun) == null;
        return civic && line.head(noun) == null && line.head(noun + 1) == null;
    }

    /** "near Aden airport", "in the port city of Aden": what happens there happens in the country. */
    private static boolean locality(TaggedSentence line, FormMatch hit, Sense sense) {
        boolean of = line.lower(hit.first() - 1).equals("of") && line.has(hit.first() - 2, WordMark.LOCALITY);
        int noun = hit.last();
        while (noun < hit.last() + 2 && line.capitalised(noun) && !line.has(noun, WordMark.LOCALITY)) {
            noun++;
        }
        boolean named = !line.possessive(hit.last()) && line.has(noun, WordMark.LOCALITY);
        return (of || named) && (sense.type() == Type.PLACE || situated(line, of ? hit.first() - 2 : hit.first()));
    }

    /** Whether "in", "near" or the like stands a few words before: "in a suburb of Kampala", "on the outskirts of Kampala". */
    private static boolean situated(TaggedSentence line, int first) {
        int at = first - 1;
        while (at > first - NEAR
                && line.word(at)
                && (!line.has(at, WordMark.STOP)
                        || line.lower(at).equals("the")
                        || line.lower(at).equals("a"))) {
            at--;
        }
        return line.has(at, WordMark.PREPOSITION) || line.lower(at).equals("on");
    }

    /** "Tokyo Electron", "Hotel Moscow": the capital's name in another one. */
    private static boolean compound(TaggedSentence line, FormMatch hit) {
        boolean before = line.has(hit.first() - 1, WordMark.CIVIC) && line.capitalised(hit.first() - 1);
        boolean feature = line.has(hit.last(), WordMark.GEOGRAPHY) && line.capitalised(hit.last());
        return before || feature || !line.titleCase() && nameFollows(line, hit.last());
    }

    private static boolean styled(TaggedSentence line, int noun) {
        return line.has(noun, WordMark.STYLE)
                && !line.capitalised(noun)
                && line.head(noun + 1) == null
                && !line.any(WordMark.TRADE);
    }
}
