package io.entente.actor;

import io.entente.actor.dictionary.Forms;
import io.entente.actor.dictionary.Lexicon;
import io.entente.actor.dictionary.PersonName;
import io.entente.actor.dictionary.Sense;
import io.entente.actor.dictionary.WordMark;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people of one article: who has been introduced, and what the family names mean then. */
final class IntroducedPeople {

    /** Somebody who was introduced. */
    record Person(String code, String name, @Nullable String role, @Nullable String post) {}

    private static final int LONGEST = 6;

    private final Lexicon lexicon;
    private final int day;
    private final Map<String, Person> introduced = new HashMap<>();
    /** Those of the dictionary who have been introduced already. */
    private final Set<Sense> holders = Collections.newSetFromMap(new IdentityHashMap<>(8));

    IntroducedPeople(Lexicon lexicon, int day) {
        this.lexicon = lexicon;
        this.day = day;
    }

    /** The end of the unknown name that begins at token {@code from}, or {@code from} if none does. */
    int end(TaggedSentence line, int from) {
        int end = from;
        for (int i = from; i < line.size() && i - from < LONGEST; i++) {
            if (part(line, i) || i > from && titleLike(line, i)) {
                end = i + 1;
            } else if (!(end > from
                    && (line.hyphen(i)
                            || line.has(i, WordMark.PARTICLE)
                            || line.lower(i).equals("’")))) {
                if (!(i == from && line.has(i, WordMark.PARTICLE) && part(line, line.hyphen(i + 1) ? i + 2 : i + 1))) {
                    break;
                }
            }
        }
        return end;
    }

    /** The King of "Tom King", which is not a title there. */
    private static boolean titleLike(TaggedSentence line, int i) {
        return line.capitalised(i)
                && line.head(i) != null
                && !line.lower(i + 1).equals("of")
                && !line.capitalised(i + 1);
    }

    private boolean part(TaggedSentence line, int i) {
        if (!line.capitalised(i) || line.possessive(i)) {
            return false;
        }
        FormMatch hit = line.hit(i);
        boolean namesake = line.has(i, WordMark.GIVEN_PLACE) || line.has(i, WordMark.FAMILY_PLACE);
        if (hit != null && !hit.is(Sense.Type.PERSON) && !namesake) {
            return false;
        }
        boolean word = line.has(i, WordMark.STOP) && !line.has(i, WordMark.PARTICLE) || line.has(i, WordMark.MODIFIER);
        boolean acronym =
                line.lower(i).length() > 3 && Forms.acronym(line.token(i).text());
        return !acronym
                && (!word
                        || !line.initial(i)
                                && !lexicon.family(PersonName.key(line.lower(i)))
                                        .isEmpty());
    }

    void introduce(String name, Person person) {
        introduced.putIfAbsent(PersonName.key(name), person);
        String[] words = name.split(" ");
        for (int i = 1; i < words.length; i++) {
            StringBuilder family = new StringBuilder();
            for (int k = i; k < words.length; k++) {
                family.append(PersonName.key(words[k]));
            }
            introduced.putIfAbsent(family.toString(), person);
        }
    }

    /** Introduces a person of the dictionary, whose family name may stand first. */
    void introduce(Sense person) {
        if (!holders.add(person)) {
            return;
        }
        Person known = new Person(person.code() == null ? "" : person.code(), person.name(), person.role(), null);
        introduce(person.form(), known);
        introduce(person.name(), known);
        if (!person.form().equals(person.name()) && person.form().indexOf(' ') < 0) {
            return;
        }
        for (String word : person.name().split(" ")) {
            for (Sense same : lexicon.family(PersonName.key(word))) {
                if (same.name().equals(person.name())) {
                    introduced.putIfAbsent(PersonName.key(word), known);
                }
            }
        }
    }

    @Nullable
    Person known(String name) {
        return introduced.isEmpty() ? null : introduced.get(PersonName.key(name));
    }

    /**
     * Who in the dictionary bears {@code family} and holds, on that day, an office whose name has the word {@code noun} in it.
     *
     * @param code of the state that the text names, or null
     */
    @Nullable
    Sense titled(String family, String noun, @Nullable String code) {
        Sense found = null;
        List<Sense> bearers = lexicon.family(PersonName.key(family));
        for (Sense bearer : bearers) {
            boolean fits = code == null
                    ? bearer.role() != null
                            && bearer.role().toLowerCase(java.util.Locale.ROOT).contains(noun)
                    : code.equals(bearer.code());
            if (fits && bearer.on(day)) {
                if (found != null && !found.name().equals(bearer.name())) {
                    return null;
                }
                found = found == null ? bearer : found;
            }
        }
        return found;
    }
}
