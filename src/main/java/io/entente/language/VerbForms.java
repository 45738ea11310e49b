package io.entente.language;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a form that may be a verb's is one where it stands, and which. */
final class VerbForms {
    private static final Set<String> PLURAL_PRONOUNS = Set.of("they", "we", "i", "you", "both", "who", "which", "that");

    private final Surroundings around;
    private final Tokens tokens;
    private final byte[] names;
    private final WordClass[] classes;
    private int infinitive = -100;

    VerbForms(Surroundings around) {
        this.around = around;
        this.tokens = around.tokens;
        this.names = around.names;
        this.classes = around.classes;
    }

    /** No infinitive has been read. */
    void forget() {
        infinitive = -100;
    }

    WordClass verbForm(int i, int forms, boolean noun) {
        if ((forms & (Word.PLAIN | Word.PRESENT)) == 0) {
            return (forms & Word.GERUND) != 0 ? gerund(i) : past(i, forms);
        }
        WordClass before = around.before(i);
        if ((forms & Word.PLAIN) != 0) {
            if (before == WordClass.TO) {
                infinitive = i;
                return WordClass.INFINITIVE;
            }
            if (around.afterModal(i)) {
                return WordClass.VERB;
            }
            if (before == WordClass.CONJUNCTION && i - infinitive < 14 && (!noun || around.objectFollows(i))) {
                infinitive = i;
                return WordClass.INFINITIVE;
            }
        }
        if ((forms & (Word.PAST | Word.PARTICIPLE)) != 0) {
            WordClass past = past(i, forms);
            if (past != WordClass.VERB
                    || !noun
                    || around.objectFollows(i)
                    || around.auxiliaryBefore(i, Surroundings.BE)
                    || around.auxiliaryBefore(i, Surroundings.HAVE)) {
                return around.nominalPlace(before) ? WordClass.NOUN : past;
            }
        }
        return present(i, forms, noun, before);
    }

    private WordClass present(int i, int forms, boolean noun, @Nullable WordClass before) {
        if (around.nominalPlace(before) || before == null && noun || before == WordClass.HYPHEN) {
            return WordClass.NOUN;
        }
        boolean third = (forms & Word.PRESENT) != 0;
        if (third && noun && listed(i)) {
            return WordClass.NOUN;
        }
        if (!third && !pluralBefore(i) && !subjunctive(i, noun)) {
            return WordClass.NOUN;
        }
        if (!noun) {
            return before == null ? WordClass.NOUN : WordClass.VERB;
        }
        boolean subjectBefore =
                before == WordClass.COMMA || before == WordClass.NAME && names[i - 1] != Surroundings.DEMONYM;
        if (third && subjectBefore && around.infinitive(i + 1)) {
            return WordClass.VERB;
        }
        if (subjectBefore
                && first(i)
                && (around.opensObject(i + 1)
                        || third
                                && (around.saying(i) || i > 1 && classes[i - 2] == WordClass.SUBORDINATOR)
                                && around.ends(i + 1))) {
            return WordClass.VERB;
        }
        if (third && before == WordClass.COMMA && i > 1 && around.determinerFollows(i) && around.names[i + 1] == 0) {
            return WordClass.VERB;
        }
        if (before == WordClass.NOUN || before == WordClass.NAME) {
            boolean named = before == WordClass.NAME && names[i - 1] != Surroundings.DEMONYM && third;
            return around.determinerFollows(i)
                            || named && around.loud && around.objectFollows(i)
                            || third && around.that(i + 1) && around.saying(i)
                    ? WordClass.VERB
                    : WordClass.NOUN;
        }
        boolean subject = before == WordClass.PRONOUN
                || before == WordClass.RELATIVE
                || before == WordClass.SUBORDINATOR && tokens.get(i - 1).lower().equals("that")
                || before == WordClass.ADVERB;
        return subject && around.objectFollows(i) ? WordClass.VERB : WordClass.NOUN;
    }

    /** Whether the name before is all of a subject and no verb stands before it: "Pyongyang fires two missiles". */
    private boolean first(int i) {
        int at = i - 1;
        while (at > 0 && classes[at - 1] == WordClass.NAME) {
            at--;
        }
        if (at > 0 && classes[at - 1] == WordClass.CONJUNCTION && at > 1 && classes[at - 2] == WordClass.NAME) {
            at -= 2;
            while (at > 0 && classes[at - 1] == WordClass.NAME) {
                at--;
            }
        }
        return at == 0
                || classes[at - 1] == WordClass.COMMA
                || classes[at - 1] == WordClass.STOP
                || classes[at - 1] == WordClass.SUBORDINATOR;
    }

    /** "Sudan and Chad forces", at the beginning: two names take no verb in -s. */
    private boolean listed(int i) {
        return i > 2
                && classes[i - 1] == WordClass.NAME
                && (classes[i - 2] == WordClass.CONJUNCTION || classes[i - 2] == WordClass.COMMA)
                && classes[i - 3] == WordClass.NAME
                && (i == 3 || classes[i - 4] == WordClass.STOP);
    }

    /** "demanded that China give back", "a demand that it take in". */
    private boolean subjunctive(int i, boolean noun) {
        boolean pronoun = around.before(i) == WordClass.PRONOUN;
        if (noun && !(pronoun && around.objectFollows(i))) {
            return false;
        }
        if (pronoun && !noun) {
            return true;
        }
        for (int at = i - 1; at >= 0 && i - at < 7; at--) {
            if (classes[at] == WordClass.SUBORDINATOR) {
                return tokens.get(at).lower().equals("that");
            }
        }
        return false;
    }

    private boolean pluralBefore(int i) {
        int at = i - 1;
        while (at >= 0 && (classes[at] == WordClass.ADVERB || classes[at] == WordClass.TIME)) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        String lower = tokens.get(at).lower();
        if (classes[at] == WordClass.NAME && names[at] != Surroundings.DEMONYM) {
            for (int back = at - 1; back >= 0 && at - back < 6; back--) {
                if (classes[back] == WordClass.CONJUNCTION || classes[back] == WordClass.COMMA) {
                    return true;
                }
            }
        }
        return PLURAL_PRONOUNS.contains(lower)
                || (classes[at] == WordClass.NOUN || classes[at] == WordClass.NAME)
                        && lower.length() > 3
                        && lower.endsWith("s");
    }

    private WordClass gerund(int i) {
        WordClass before = around.before(i);
        if (around.auxiliaryBefore(i, Surroundings.BE)) {
            return WordClass.GERUND;
        }
        if (before == WordClass.DETERMINER || before == WordClass.POSSESSIVE || before == WordClass.ADJECTIVE) {
            return WordClass.NOUN;
        }
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).lower() : "";
        if (before == WordClass.NAME && (names[i - 1] == Surroundings.DEMONYM || next.equals("of"))) {
            return WordClass.NOUN;
        }
        if (before == WordClass.NOUN || before == WordClass.NAME) {
            Word word = around.word(i + 1);
            WordClass follower = word == null ? null : word.closed();
            boolean verb = word != null && follower == null && word.may(Word.PAST)
                    || follower == WordClass.AUXILIARY
                    || follower == WordClass.MODAL
                    || next.equals("as")
                    || next.equals("and")
                    || next.equals(".")
                    || next.equals(",");
            return verb || before == WordClass.NAME && follower == WordClass.PREPOSITION
                    ? WordClass.NOUN
                    : WordClass.GERUND;
        }
        return WordClass.GERUND;
    }

    WordClass past(int i, int forms) {
        boolean finite = (forms & Word.PAST) != 0;
        if ((forms & Word.PARTICIPLE) == 0) {
            return around.nominalPlace(around.before(i)) ? WordClass.NOUN : WordClass.VERB;
        }
        if (around.auxiliaryBefore(i, Surroundings.HAVE) || around.auxiliaryBefore(i, Surroundings.BE)) {
            return WordClass.PARTICIPLE;
        }
        WordClass before = around.before(i);
        if (before == WordClass.PREPOSITION && tokens.get(i - 1).lower().equals("than")) {
            return WordClass.PARTICIPLE;
        }
        if (before == WordClass.HYPHEN || around.nominalPlace(before)) {
            return WordClass.ADJECTIVE;
        }
        boolean noun = around.nounFollows(i) && !around.determinerFollows(i);
        boolean named = i + 1 < names.length && names[i + 1] != Surroundings.PLAIN;
        if (before == WordClass.PREPOSITION && (noun || named)) {
            return WordClass.ADJECTIVE;
        }
        boolean verbBefore = before == WordClass.VERB
                || before == WordClass.GERUND
                || before == WordClass.INFINITIVE
                || before == WordClass.PARTICIPLE;
        if (verbBefore && (noun || around.nounFollows(i) && names[i + 1] == Surroundings.DEMONYM)) {
            return WordClass.ADJECTIVE;
        }
        if (before == null) {
            return noun ? WordClass.ADJECTIVE : WordClass.PARTICIPLE;
        }
        return finite ? WordClass.VERB : WordClass.PARTICIPLE;
    }
}
