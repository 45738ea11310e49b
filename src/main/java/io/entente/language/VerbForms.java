package io.entente.language;

import io.entente.language.segment.Tokens;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells whether a form that may be a verb's is one where it stands, and which. */
final class VerbForms {
    private static final Set<String> PLURAL_PRONOUNS = Set.of("they", "we", "i", "you", "both", "who", "which", "that");

    private static final Set<String> DISTRIBUTIVES = Set.of("each", "both", "all");

    private final TokenContext around;
    private final Tokens tokens;
    private final byte[] names;
    private final PartOfSpeech[] classes;
    private int infinitive = -100;

    VerbForms(TokenContext around) {
        this.around = around;
        this.tokens = around.tokens;
        this.names = around.names;
        this.classes = around.classes;
    }

    /** No infinitive has been read. */
    void forget() {
        infinitive = -100;
    }

    PartOfSpeech verbForm(int i, int forms, boolean noun) {
        if ((forms & (Word.PLAIN | Word.PRESENT)) == 0) {
            return (forms & Word.GERUND) != 0 ? gerund(i) : past(i, forms);
        }
        PartOfSpeech before = around.before(i);
        if ((forms & Word.PLAIN) != 0) {
            if (before == PartOfSpeech.TO) {
                infinitive = i;
                return PartOfSpeech.INFINITIVE;
            }
            if (around.afterModal(i)) {
                return PartOfSpeech.VERB;
            }
            if (before == PartOfSpeech.CONJUNCTION && i - infinitive < 14 && (!noun || around.objectFollows(i))) {
                infinitive = i;
                return PartOfSpeech.INFINITIVE;
            }
        }
        if ((forms & (Word.PAST | Word.PARTICIPLE)) != 0) {
            PartOfSpeech past = past(i, forms);
            if (past != PartOfSpeech.VERB
                    || !noun
                    || around.objectFollows(i)
                    || around.auxiliaryBefore(i, TokenContext.BE)
                    || around.auxiliaryBefore(i, TokenContext.HAVE)) {
                return around.nominalPlace(before) ? PartOfSpeech.NOUN : past;
            }
        }
        return present(i, forms, noun, before);
    }

    private PartOfSpeech present(int i, int forms, boolean noun, @Nullable PartOfSpeech before) {
        boolean third = (forms & Word.PRESENT) != 0;
        if (around.compoundVerb(i) && (before == PartOfSpeech.NAME || before == PartOfSpeech.NOUN)) {
            return third || pluralBefore(i - 2) ? PartOfSpeech.VERB : PartOfSpeech.NOUN;
        }
        boolean distributed = before == PartOfSpeech.DETERMINER && DISTRIBUTIVES.contains(around.lower(i - 1));
        if (!third && distributed && (!noun || around.objectFollows(i)) && i > 1 && pluralBefore(i - 1)) {
            return PartOfSpeech.VERB;
        }
        if (around.nominalPlace(before) || before == null && noun || before == PartOfSpeech.HYPHEN) {
            return PartOfSpeech.NOUN;
        }
        if (!noun && !third && afterSubject(i) && !around.words.valency().plainAdjective(around.lower(i))) {
            return PartOfSpeech.VERB;
        }
        if (third
                && (before == PartOfSpeech.NAME || before == PartOfSpeech.NOUN)
                && around.gerund(i + 1)
                && around.words.valency().phase(around.words.lemma(around.lower(i)))) {
            return PartOfSpeech.VERB;
        }
        if (third && noun && listed(i)) {
            return PartOfSpeech.NOUN;
        }
        if (!third && !pluralBefore(i) && !subjunctive(i, noun)) {
            return PartOfSpeech.NOUN;
        }
        if (!noun) {
            return before == null ? PartOfSpeech.NOUN : PartOfSpeech.VERB;
        }
        boolean subjectBefore =
                before == PartOfSpeech.COMMA || before == PartOfSpeech.NAME && names[i - 1] != TokenContext.DEMONYM;
        if (third && subjectBefore && around.infinitive(i + 1)) {
            return PartOfSpeech.VERB;
        }
        if (subjectBefore
                && first(i)
                && (around.opensObject(i + 1)
                        || third
                                && (around.saying(i) || i > 1 && classes[i - 2] == PartOfSpeech.SUBORDINATOR)
                                && around.ends(i + 1))) {
            return PartOfSpeech.VERB;
        }
        if (third && before == PartOfSpeech.CONJUNCTION && parallel(i)) {
            return PartOfSpeech.VERB;
        }
        if (third && before == PartOfSpeech.COMMA && around.that(i + 1) && around.saying(i)) {
            return PartOfSpeech.VERB;
        }
        if (third && before == PartOfSpeech.NAME && around.personal(i + 1)) {
            return PartOfSpeech.VERB;
        }
        if (third && before == PartOfSpeech.COMMA && i > 1 && around.determinerFollows(i) && around.names[i + 1] == 0) {
            return PartOfSpeech.VERB;
        }
        if (before == PartOfSpeech.NOUN || before == PartOfSpeech.NAME) {
            boolean named = before == PartOfSpeech.NAME && names[i - 1] != TokenContext.DEMONYM && third;
            return around.determinerFollows(i)
                            || named && around.loud && around.objectFollows(i)
                            || third && around.that(i + 1) && around.saying(i)
                    ? PartOfSpeech.VERB
                    : PartOfSpeech.NOUN;
        }
        boolean subject = before == PartOfSpeech.PRONOUN
                || before == PartOfSpeech.RELATIVE
                || before == PartOfSpeech.SUBORDINATOR
                        && tokens.get(i - 1).lower().equals("that")
                || before == PartOfSpeech.ADVERB;
        return subject && around.objectFollows(i) ? PartOfSpeech.VERB : PartOfSpeech.NOUN;
    }

    /** Whether a noun or a name stands before, adverbs left out, or an insertion that ends with a comma. */
    private boolean afterSubject(int i) {
        int at = i - 1;
        while (at > 0 && classes[at] == PartOfSpeech.ADVERB) {
            at--;
        }
        if (at > 0 && classes[at] == PartOfSpeech.COMMA && around.objectFollows(i)) {
            return insertion(at);
        }
        boolean named = at >= 0
                && (classes[at] == PartOfSpeech.NOUN
                        || classes[at] == PartOfSpeech.NAME
                                && (names[at] != TokenContext.DEMONYM
                                        || around.lower(at).endsWith("s")));
        return named && !governed(at);
    }

    /** Whether a verb before takes the group that ends at {@code end} for its object, so that a plain form depends on it: "let a boat go". */
    private boolean governed(int end) {
        for (int at = end; at >= 0; at--) {
            switch (classes[at]) {
                case VERB, AUXILIARY, MODAL -> {
                    return true;
                }
                case GERUND, INFINITIVE -> {
                    if (around.words.valency().bare(around.words.lemma(around.lower(at)))) {
                        return true;
                    }
                }
                case COMMA, STOP, SUBORDINATOR, RELATIVE, CONJUNCTION -> {
                    if (at < end) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /** "several nations, including X, expel …": whether the comma at {@code end} closes what another one opened, with no verb before. */
    private boolean insertion(int end) {
        boolean opened = false;
        for (int at = 0; at < end; at++) {
            if (classes[at] == PartOfSpeech.VERB
                    || classes[at] == PartOfSpeech.AUXILIARY
                    || classes[at] == PartOfSpeech.MODAL) {
                return false;
            }
            opened |= at > 0 && classes[at] == PartOfSpeech.COMMA;
        }
        return opened && classes[0] != PartOfSpeech.PREPOSITION && classes[0] != PartOfSpeech.SUBORDINATOR;
    }

    /** Whether the name before is all of a subject and no verb stands before it: "Pyongyang fires two missiles". */
    private boolean first(int i) {
        int at = nameBegin(i);
        while (at > 1
                && (classes[at - 1] == PartOfSpeech.CONJUNCTION || classes[at - 1] == PartOfSpeech.COMMA)
                && nameBegin(at - 1) < at - 1
                && classes[at - 2] == PartOfSpeech.NAME) {
            at = nameBegin(at - 1);
        }
        return at == 0
                || classes[at - 1] == PartOfSpeech.COMMA
                || classes[at - 1] == PartOfSpeech.STOP
                || classes[at - 1] == PartOfSpeech.SUBORDINATOR;
    }

    /** Where the name that ends before token {@code end} begins, with its article. */
    private int nameBegin(int end) {
        int at = end;
        while (at > 0 && (classes[at - 1] == PartOfSpeech.NAME || names[at - 1] == TokenContext.NAME)) {
            at--;
        }
        return at > 0 && at < end && classes[at - 1] == PartOfSpeech.DETERMINER ? at - 1 : at;
    }

    /** "travels to Lima and holds talks": a verb in the present, joined to another. */
    private boolean parallel(int i) {
        String last = i > 1 ? around.lower(i - 2) : "s";
        if (last.endsWith("s") && classes[i - 2] != PartOfSpeech.NAME && !around.determinerFollows(i)) {
            return false;
        }
        for (int at = i - 2; at > 0; at--) {
            if (classes[at] == PartOfSpeech.VERB) {
                Word verb = around.word(at);
                return verb != null && verb.may(Word.PRESENT) && around.objectFollows(i);
            }
        }
        return false;
    }

    /** "Sudan and Chad forces", at the beginning: two names take no verb in -s. */
    private boolean listed(int i) {
        return i > 2
                && classes[i - 1] == PartOfSpeech.NAME
                && (classes[i - 2] == PartOfSpeech.CONJUNCTION || classes[i - 2] == PartOfSpeech.COMMA)
                && classes[i - 3] == PartOfSpeech.NAME
                && (i == 3 || classes[i - 4] == PartOfSpeech.STOP);
    }

    /** "demanded that China give back", "a demand that it take in". */
    private boolean subjunctive(int i, boolean noun) {
        boolean pronoun = around.before(i) == PartOfSpeech.PRONOUN;
        if (noun && !(pronoun && around.objectFollows(i))) {
            return false;
        }
        if (pronoun && !noun) {
            return true;
        }
        for (int at = i - 1; at >= 0 && i - at < 7; at--) {
            if (classes[at] == PartOfSpeech.SUBORDINATOR) {
                return tokens.get(at).lower().equals("that");
            }
        }
        return false;
    }

    private boolean pluralBefore(int i) {
        int at = i - 1;
        while (at >= 0 && (classes[at] == PartOfSpeech.ADVERB || classes[at] == PartOfSpeech.TIME)) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        String lower = tokens.get(at).lower();
        if (classes[at] == PartOfSpeech.NAME && names[at] != TokenContext.DEMONYM) {
            for (int back = at - 1; back >= 0 && (at - back < 6 || classes[back + 1] == PartOfSpeech.NAME); back--) {
                if (classes[back] == PartOfSpeech.CONJUNCTION || classes[back] == PartOfSpeech.COMMA) {
                    return true;
                }
            }
        }
        return PLURAL_PRONOUNS.contains(lower)
                || around.words.valency().collective(lower)
                || (classes[at] == PartOfSpeech.NOUN || classes[at] == PartOfSpeech.NAME)
                        && lower.length() > 3
                        && lower.endsWith("s");
    }

    private PartOfSpeech gerund(int i) {
        PartOfSpeech before = around.before(i);
        if (around.auxiliaryBefore(i, TokenContext.BE)) {
            return PartOfSpeech.GERUND;
        }
        if (before == PartOfSpeech.DETERMINER
                || before == PartOfSpeech.POSSESSIVE
                || before == PartOfSpeech.ADJECTIVE) {
            return PartOfSpeech.NOUN;
        }
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).lower() : "";
        if (before == PartOfSpeech.NAME && (names[i - 1] == TokenContext.DEMONYM || next.equals("of"))) {
            return PartOfSpeech.NOUN;
        }
        if (before == PartOfSpeech.NOUN || before == PartOfSpeech.NAME) {
            Word word = around.word(i + 1);
            PartOfSpeech follower = word == null ? null : word.closed();
            boolean verb = word != null && follower == null && word.may(Word.PAST)
                    || follower == PartOfSpeech.AUXILIARY
                    || follower == PartOfSpeech.MODAL
                    || next.equals("as")
                    || next.equals("and")
                    || next.equals(".")
                    || next.equals(",");
            return verb || before == PartOfSpeech.NAME && follower == PartOfSpeech.PREPOSITION
                    ? PartOfSpeech.NOUN
                    : PartOfSpeech.GERUND;
        }
        return PartOfSpeech.GERUND;
    }

    PartOfSpeech past(int i, int forms) {
        boolean finite = (forms & Word.PAST) != 0;
        if ((forms & Word.PARTICIPLE) == 0) {
            return around.nominalPlace(around.before(i)) ? PartOfSpeech.NOUN : PartOfSpeech.VERB;
        }
        if (around.auxiliaryBefore(i, TokenContext.HAVE) || around.auxiliaryBefore(i, TokenContext.BE)) {
            return PartOfSpeech.PARTICIPLE;
        }
        PartOfSpeech before = around.before(i);
        if (before == PartOfSpeech.PREPOSITION && tokens.get(i - 1).lower().equals("than")) {
            return PartOfSpeech.PARTICIPLE;
        }
        if (before == PartOfSpeech.HYPHEN || around.nominalPlace(before)) {
            return PartOfSpeech.ADJECTIVE;
        }
        boolean noun = around.nounFollows(i) && !around.determinerFollows(i);
        boolean named = i + 1 < names.length && names[i + 1] != TokenContext.PLAIN;
        if (before == PartOfSpeech.PREPOSITION && (noun || named)) {
            return PartOfSpeech.ADJECTIVE;
        }
        boolean verbBefore = before == PartOfSpeech.VERB
                || before == PartOfSpeech.GERUND
                || before == PartOfSpeech.INFINITIVE
                || before == PartOfSpeech.PARTICIPLE;
        if (verbBefore && (noun || around.nounFollows(i) && names[i + 1] == TokenContext.DEMONYM)) {
            return PartOfSpeech.ADJECTIVE;
        }
        if (before == null) {
            return noun ? PartOfSpeech.ADJECTIVE : PartOfSpeech.PARTICIPLE;
        }
        return finite ? PartOfSpeech.VERB : PartOfSpeech.PARTICIPLE;
    }
}
