package io.entente.language;

import io.entente.language.segment.Tokens;
import org.jspecify.annotations.Nullable;

/** Decides whether a form that may be a verb's is one where it stands, and which. */
final class VerbForms {

    private final TokenContext around;
    private final PrecedingSubject subject;
    private final Tokens tokens;
    private final byte[] names;
    private final PartOfSpeech[] classes;
    private int infinitive = -100;

    VerbForms(TokenContext around) {
        this.around = around;
        this.subject = new PrecedingSubject(around);
        this.tokens = around.tokens;
        this.names = around.names;
        this.classes = around.classes;
    }

    /** No infinitive has been read. */
    void forget() {
        infinitive = -100;
    }

    PartOfSpeech verbForm(int i, int forms, boolean noun) {
        if (GrammarWords.STIRRING.has(around.lower(i))
                && GrammarWords.FEELING.has(around.lower(i + 1))
                && named(i - 1)) {
            return PartOfSpeech.VERB;
        }
        if (GrammarWords.FEELING.has(around.lower(i))
                && around.before(i) == PartOfSpeech.VERB
                && GrammarWords.STIRRING.has(around.lower(i - 1))) {
            return PartOfSpeech.NOUN;
        }
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
                    || around.auxiliaryBefore(i, GrammarWords.BE)
                    || around.auxiliaryBefore(i, GrammarWords.HAVE)) {
                return around.nominalPlace(before) ? PartOfSpeech.NOUN : past;
            }
        }
        return present(i, forms, noun, before);
    }

    private boolean named(int i) {
        return i >= 0 && (classes[i] == PartOfSpeech.NOUN || classes[i] == PartOfSpeech.NAME);
    }

    private PartOfSpeech present(int i, int forms, boolean noun, @Nullable PartOfSpeech before) {
        boolean third = (forms & Word.PRESENT) != 0;
        if (around.compoundVerb(i) && (before == PartOfSpeech.NAME || before == PartOfSpeech.NOUN)) {
            return third || subject.pluralBefore(i - 2) ? PartOfSpeech.VERB : PartOfSpeech.NOUN;
        }
        boolean distributed = before == PartOfSpeech.DETERMINER && GrammarWords.DISTRIBUTIVE.has(around.lower(i - 1));
        if (!third && distributed && (!noun || around.objectFollows(i)) && i > 1 && subject.pluralBefore(i - 1)) {
            return PartOfSpeech.VERB;
        }
        if (around.nominalPlace(before) || before == null && noun || before == PartOfSpeech.HYPHEN) {
            return PartOfSpeech.NOUN;
        }
        if (!noun
                && !third
                && subject.afterSubject(i)
                && !around.words.valency().plainAdjective(around.lower(i))) {
            return PartOfSpeech.VERB;
        }
        if (third
                && (before == PartOfSpeech.NAME || before == PartOfSpeech.NOUN)
                && around.gerund(i + 1)
                && around.words.valency().phase(around.words.lemma(around.lower(i)))) {
            return PartOfSpeech.VERB;
        }
        if (!third && subject.mandative(i)) {
            return PartOfSpeech.VERB;
        }
        if (third && noun && subject.listed(i)) {
            return PartOfSpeech.NOUN;
        }
        if (!third
                && !subject.pluralBefore(i)
                && !subject.subjunctive(i, noun)
                && !second(i)
                && !subject.parallelPlain(i)) {
            return PartOfSpeech.NOUN;
        }
        if (!noun) {
            return before == null ? PartOfSpeech.NOUN : PartOfSpeech.VERB;
        }
        boolean subjectBefore =
                before == PartOfSpeech.COMMA || before == PartOfSpeech.NAME && names[i - 1] != TokenContext.DEMONYM;
        if (third && subjectBefore && around.infinitives.opens(i + 1)) {
            return PartOfSpeech.VERB;
        }
        if (subjectBefore
                && subject.first(i)
                && (around.opensObject(i + 1)
                        || third
                                && (around.saying(i) || i > 1 && classes[i - 2] == PartOfSpeech.SUBORDINATOR)
                                && around.ends(i + 1))) {
            return PartOfSpeech.VERB;
        }
        if (before == PartOfSpeech.CONJUNCTION && (third ? subject.parallel(i) : subject.parallelPlain(i))) {
            return PartOfSpeech.VERB;
        }
        boolean called = subjectBefore && subject.first(i)
                || before == PartOfSpeech.ADVERB
                || third
                        && (before == PartOfSpeech.NOUN || subjectBefore && before == PartOfSpeech.NAME)
                        && !around.lower(i + 1).equals("for");
        if (paired(i, third) || called && calling(i)) {
            return PartOfSpeech.VERB;
        }
        if (third && before == PartOfSpeech.COMMA && around.that(i + 1) && around.saying(i)) {
            return PartOfSpeech.VERB;
        }
        if (amounting(i) && (before == PartOfSpeech.NOUN || before == PartOfSpeech.NAME)) {
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
                            || !third && around.amount(i + 1)
                            || named && around.loud && around.objectFollows(i)
                            || third && around.that(i + 1) && around.saying(i)
                    ? PartOfSpeech.VERB
                    : PartOfSpeech.NOUN;
        }
        boolean pronoun = before == PartOfSpeech.PRONOUN
                || before == PartOfSpeech.RELATIVE
                || before == PartOfSpeech.SUBORDINATOR
                        && tokens.get(i - 1).lower().equals("that")
                || before == PartOfSpeech.ADVERB;
        return pronoun && around.objectFollows(i) ? PartOfSpeech.VERB : PartOfSpeech.NOUN;
    }

    /** "shoot and kill a man": one of two verbs in the present of which the second has an object, or "dead" after it. */
    private boolean paired(int i, boolean third) {
        Word other = around.word(i + 2);
        boolean first = around.lower(i + 1).equals("and")
                && around.before(i) != PartOfSpeech.VERB
                && other != null
                && other.may(third ? Word.PRESENT : Word.PLAIN)
                && (around.opensObject(i + 3) || around.lower(i + 3).equals("dead"));
        return first || !third && second(i);
    }

    private boolean second(int i) {
        return i > 1
                && around.before(i) == PartOfSpeech.CONJUNCTION
                && classes[i - 2] == PartOfSpeech.VERB
                && !around.lower(i - 2).endsWith("ed")
                && (around.opensObject(i + 1) || around.lower(i + 1).equals("dead"));
    }

    /** "the raids amount to an act of war". */
    private boolean amounting(int i) {
        return around.lower(i).startsWith("amount") && around.lower(i + 1).equals("to");
    }

    /** "X and Y call on Z". */
    private boolean calling(int i) {
        String next = around.lower(i + 1);
        return (around.lower(i).equals("call") || around.lower(i).equals("calls"))
                && (next.equals("on") || next.equals("for") || next.equals("upon"));
    }

    private PartOfSpeech gerund(int i) {
        PartOfSpeech before = around.before(i);
        if (around.auxiliaryBefore(i, GrammarWords.BE)) {
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
            boolean listed = i > 1 && tokens.get(i - 2).lower().equals("and") && !next.equals("of");
            return verb || before == PartOfSpeech.NAME && follower == PartOfSpeech.PREPOSITION && !listed
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
        if (around.auxiliaryBefore(i, GrammarWords.HAVE) || around.auxiliaryBefore(i, GrammarWords.BE)) {
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
        boolean said =
                named && verbBefore && around.words.valency().takesClause(around.words.lemma(around.lower(i - 1)));
        if (said || verbBefore && (noun || around.nounFollows(i) && names[i + 1] == TokenContext.DEMONYM)) {
            return PartOfSpeech.ADJECTIVE; // "said planned US aid …"
        }
        if (before == null) {
            boolean described = i + 1 < tokens.size() && names[i + 1] != TokenContext.PLAIN;
            return noun || described ? PartOfSpeech.ADJECTIVE : PartOfSpeech.PARTICIPLE;
        }
        return finite ? PartOfSpeech.VERB : PartOfSpeech.PARTICIPLE;
    }

    /** Whether "there" is a subject, as in "said there was a chance", unlike that of "the towns there were shelled". */
    boolean existential(int i) {
        if (i + 1 == classes.length) {
            return false;
        }
        Word next = around.word(i + 1);
        boolean verb = GrammarWords.BE.has(around.lower(i + 1))
                || GrammarWords.HAVE.has(around.lower(i + 1))
                || next != null && next.closed() == PartOfSpeech.MODAL;
        return verb
                && (i == 0
                        || switch (classes[i - 1]) {
                            case VERB, SUBORDINATOR, COMMA, CONJUNCTION, QUOTE, STOP, TIME -> true;
                            default -> false;
                        });
    }
}
