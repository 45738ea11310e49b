package io.entente.language;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each token of a sentence its class, from the table of words, endings and the neighbours. */
final class WordTagger {
    /** What the caller knows of a token: nothing, part of a proper name, or an adjective made of a name ("Russian"). */
    static final byte PLAIN = 0;

    static final byte NAME = 1;
    static final byte DEMONYM = 2;

    private static final Set<String> HAVE = Set.of("have", "has", "had", "having", "'ve");
    private static final Set<String> BE =
            Set.of("be", "is", "are", "was", "were", "am", "been", "being", "'re", "'m", "get", "got", "gets");
    private static final Set<String> PREFIXES = Set.of("re", "co", "test", "cold");
    private static final Set<String> DETERMINING =
            Set.of("one", "other", "another", "neither", "either", "former", "long", "hard");
    private static final Set<String> OWNERS = Set.of("other", "another", "others");
    /** Nouns that look like verbs behind "to": "took X to task", "went to war". */
    private static final Set<String> GOALS = Set.of(
            "task",
            "war",
            "trial",
            "account",
            "order",
            "blows",
            "power",
            "arms",
            "sea",
            "light",
            "head",
            "court",
            "shoulder");

    private static final Set<String> TIME_OPENERS = Set.of(
            "next", "last", "this", "every", "each", "past", "early", "late", "earlier", "later", "mid", "previous");
    private static final Set<String> PLURAL_PRONOUNS = Set.of("they", "we", "i", "you", "both", "who", "which", "that");

    private final Words words;
    private final List<Token> tokens;
    private final byte[] names;
    private final WordClass[] classes;
    private final boolean loud;
    private int infinitive = -100;

    WordTagger(Words words, List<Token> tokens, byte[] names) {
        this.words = words;
        this.tokens = tokens;
        this.names = names;
        this.classes = new WordClass[tokens.size()];
        this.loud = loud(tokens);
    }

    WordClass[] tag() {
        for (int i = 0; i < classes.length; i++) {
            classes[i] = classOf(i);
        }
        return classes;
    }

    /** Whether most words are capitalised, as in titles of some papers, so that a capital says nothing. */
    private static boolean loud(List<Token> tokens) {
        int words = 0;
        int capitals = 0;
        for (Token token : tokens) {
            if (token.word() && token.lower().length() > 3) {
                words++;
                capitals += token.capitalised() ? 1 : 0;
            }
        }
        return words > 2 && capitals * 10 > words * 7;
    }

    private WordClass classOf(int i) {
        Token token = tokens.get(i);
        String lower = token.lower();
        if (!token.word()) {
            return mark(i, lower);
        }
        Word word = words.find(lower);
        WordClass closed = word == null ? null : word.closed();
        if (names[i] != PLAIN && (closed == null || closed == WordClass.NOUN || closed == WordClass.TIME)) {
            return WordClass.NAME;
        }
        if (Character.isDigit(token.text().charAt(0))) {
            return lower.endsWith("s") ? WordClass.NOUN : WordClass.NUMBER;
        }
        if (compound(i)) {
            boolean participle = lower.endsWith("ed") || lower.endsWith("ing") || lower.equals("led");
            return prefix(i) ? WordClass.ADVERB : participle ? WordClass.ADJECTIVE : WordClass.NOUN;
        }
        if (TIME_OPENERS.contains(lower) && timeFollows(i)) {
            return WordClass.TIME;
        }
        if ((lower.equals("than")
                        || lower.equals("to")
                                && i > 0
                                && tokens.get(i - 1).lower().equals("up"))
                && amount(i + 1)) {
            return WordClass.ADVERB;
        }
        if (lower.equals("as")
                && i + 1 < tokens.size()
                && (tokens.get(i + 1).lower().equals("many"))) {
            return WordClass.ADVERB;
        }
        if (lower.equals("up") && amount(i + 2) && tokens.get(i + 1).lower().equals("to")) {
            return WordClass.ADVERB;
        }
        if (Prepositions.opensPair(
                lower, i + 1 < tokens.size() ? tokens.get(i + 1).lower() : "")) {
            return WordClass.PREPOSITION;
        }
        if (closed != null && word != null) {
            return closed(i, lower, word, closed);
        }
        if (word == null || word.forms() == 0) {
            return open(i, token, lower);
        }
        if (token.capitalised() && i > 0 && !loud && classes[i - 1] != WordClass.QUOTE) {
            return WordClass.NAME;
        }
        return verbForm(i, word.forms(), word.noun());
    }

    /** Whether the word is part of a compound with hyphens, other than a verb with a prefix ("re-open"). */
    private boolean compound(int i) {
        boolean after = i > 0 && classes[i - 1] == WordClass.HYPHEN;
        if (after && i > 1 && PREFIXES.contains(tokens.get(i - 2).lower())) {
            return false;
        }
        return after || i + 2 < tokens.size() && tokens.get(i + 1).lower().equals("-") && glued(i + 1);
    }

    private boolean amount(int i) {
        if (i >= tokens.size()) {
            return false;
        }
        Word word = words.find(tokens.get(i).lower());
        return Character.isDigit(tokens.get(i).text().charAt(0)) || word != null && word.closed() == WordClass.NUMBER;
    }

    private boolean prefix(int i) {
        return PREFIXES.contains(tokens.get(i).lower());
    }

    private boolean timeFollows(int i) {
        Word next = i + 1 < tokens.size() ? words.find(tokens.get(i + 1).lower()) : null;
        return next != null && next.closed() == WordClass.TIME;
    }

    private WordClass mark(int i, String lower) {
        return switch (lower) {
            case "," -> WordClass.COMMA;
            case "\"", "‘", "’" -> WordClass.QUOTE;
            case "-" -> glued(i) ? WordClass.HYPHEN : WordClass.STOP;
            case "&" -> WordClass.CONJUNCTION;
            case "$", "€", "£", "¥", "%" -> WordClass.NUMBER;
            case "'" -> WordClass.POSSESSIVE;
            case "'s" -> isContraction(i) ? WordClass.AUXILIARY : WordClass.POSSESSIVE;
            case "'re", "'m", "'ve" -> WordClass.AUXILIARY;
            case "'ll", "'d" -> WordClass.MODAL;
            default -> WordClass.STOP;
        };
    }

    private boolean glued(int i) {
        return i > 0
                && i + 1 < tokens.size()
                && tokens.get(i - 1).end() == tokens.get(i).begin()
                && tokens.get(i).end() == tokens.get(i + 1).begin();
    }

    private boolean isContraction(int i) {
        if (i == 0) {
            return false;
        }
        WordClass before = classes[i - 1];
        return before == WordClass.PRONOUN || before == WordClass.SUBORDINATOR || before == WordClass.RELATIVE;
    }

    private WordClass pronoun(int i, String lower) {
        if (owns(i)) {
            return WordClass.NOUN;
        }
        return DETERMINING.contains(lower) && nounFollows(i) ? WordClass.DETERMINER : WordClass.PRONOUN;
    }

    /** "each other's", "one another's", "someone else's": these own what follows. */
    private boolean owns(int i) {
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).lower() : "";
        return OWNERS.contains(tokens.get(i).lower()) && (next.equals("'s") || next.equals("'"));
    }

    private WordClass closed(int i, String lower, Word word, WordClass closed) {
        Token token = tokens.get(i);
        return switch (closed) {
            case PREPOSITION -> lower.equals("to") && infinitiveFollows(i) ? WordClass.TO : WordClass.PREPOSITION;
            case MODAL -> modal(i, token, lower);
            case TIME -> timeOrVerb(i, token, word);
            case AUXILIARY -> auxiliary(i, lower);
            case PRONOUN -> pronoun(i, lower);
            case ADVERB -> adverb(i, lower, word);
            case NOUN -> nounOrVerb(i, word);
            case POSSESSIVE -> lower.equals("her") && !nounFollows(i) ? WordClass.PRONOUN : closed;
            case DETERMINER -> determiner(i, lower);
            case SUBORDINATOR ->
                lower.equals("provided") && i > 0 && (nounFollows(i) || determinerFollows(i))
                        ? past(i, word.forms())
                        : closed;
            default -> closed;
        };
    }

    private WordClass nounOrVerb(int i, Word word) {
        if (word.may(Word.PLAIN) && before(i) == WordClass.TO) {
            return WordClass.INFINITIVE;
        }
        if (word.may(Word.PLAIN) && afterModal(i)) {
            return WordClass.VERB;
        }
        boolean subject = i > 0 && classes[i - 1] == WordClass.NAME && names[i - 1] != DEMONYM;
        if (word.may(Word.PAST) && (subject || before(i) == WordClass.AUXILIARY) && determinerFollows(i)) {
            return before(i) == WordClass.AUXILIARY ? WordClass.PARTICIPLE : WordClass.VERB;
        }
        return word.may(Word.GERUND) && gerundPlace(i) ? WordClass.GERUND : WordClass.NOUN;
    }

    /** "long" and "hard" before a noun; "will back X", "vowed to back X". */
    private WordClass adverb(int i, String lower, Word word) {
        if (i > 0 && classes[i - 1] == WordClass.POSSESSIVE && !nounFollows(i)) {
            return WordClass.NOUN;
        }
        if (DETERMINING.contains(lower) && nounFollows(i) && before(i) != WordClass.AUXILIARY) {
            return WordClass.ADJECTIVE;
        }
        boolean verb = word.may(Word.PLAIN) && (before(i) == WordClass.TO || afterModal(i));
        return verb ? verbForm(i, word.forms(), word.noun()) : WordClass.ADVERB;
    }

    /** "for backing Kyiv", unlike "with the backing of". */
    private boolean gerundPlace(int i) {
        WordClass before = before(i);
        boolean place = before == WordClass.PREPOSITION || before == WordClass.COMMA || before == WordClass.CONJUNCTION;
        return place && determinerFollows(i) || auxiliaryBefore(i, BE) && before == WordClass.AUXILIARY;
    }

    private WordClass determiner(int i, String lower) {
        if (lower.equals("that")) {
            if (i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("of")) {
                return WordClass.PRONOUN;
            }
            boolean pointing = i == 0 || classes[i - 1] == WordClass.PREPOSITION;
            return pointing && nounFollows(i) ? WordClass.DETERMINER : WordClass.SUBORDINATOR;
        }
        if (lower.equals("no")
                && i + 1 < tokens.size()
                && tokens.get(i + 1).lower().equals("longer")) {
            return WordClass.NEGATION;
        }
        if (i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("of")) {
            return WordClass.PRONOUN;
        }
        boolean alone = lower.equals("both") || lower.equals("this") || lower.equals("all");
        return alone && !nounFollows(i) ? WordClass.PRONOUN : WordClass.DETERMINER;
    }

    private WordClass modal(int i, Token token, String lower) {
        if (lower.equals("may") && token.capitalised() && i > 0) {
            return WordClass.TIME;
        }
        WordClass before = before(i);
        boolean noun =
                before == WordClass.DETERMINER || before == WordClass.POSSESSIVE || before == WordClass.ADJECTIVE;
        return noun ? WordClass.NOUN : WordClass.MODAL;
    }

    private WordClass timeOrVerb(int i, Token token, Word word) {
        boolean march = token.lower().equals("march") && !token.capitalised();
        return march ? verbForm(i, word.forms(), true) : WordClass.TIME;
    }

    /** "have" and "do" are auxiliaries before a verb, otherwise verbs; "be" stays an auxiliary and may be the copula. */
    private WordClass auxiliary(int i, String lower) {
        if (BE.contains(lower)) {
            return WordClass.AUXILIARY;
        }
        int next = i + 1;
        while (next < tokens.size()
                && (adverbial(tokens.get(next).lower())
                        || tokens.get(next).lower().equals("\""))) {
            next++;
        }
        if (next < tokens.size()) {
            String follower = tokens.get(next).lower();
            Word word = words.find(follower);
            boolean have = HAVE.contains(lower);
            if (have && (follower.equals("been") || follower.equals("to") || participle(word, follower))) {
                return WordClass.AUXILIARY;
            }
            if (!have && word != null && word.may(Word.PLAIN)) {
                return WordClass.AUXILIARY;
            }
        }
        return afterModal(i) ? WordClass.VERB : lower.equals("having") ? WordClass.GERUND : plainPlace(i);
    }

    private WordClass plainPlace(int i) {
        return before(i) == WordClass.TO ? WordClass.INFINITIVE : WordClass.VERB;
    }

    private boolean participle(@Nullable Word word, String follower) {
        if (word == null) {
            return follower.length() > 4 && follower.endsWith("ed");
        }
        return word.may(Word.PARTICIPLE) && (word.closed() == null);
    }

    private boolean adverbial(String lower) {
        Word word = words.find(lower);
        if (word == null) {
            return lower.endsWith("ly");
        }
        return word.closed() == WordClass.ADVERB || word.closed() == WordClass.NEGATION;
    }

    private WordClass open(int i, Token token, String lower) {
        if (token.capitalised() && i > 0 && !loud) {
            return WordClass.NAME;
        }
        int n = lower.length();
        if (n > 4 && lower.endsWith("ed") && !lower.endsWith("eed")) {
            return verbForm(i, Word.PAST | Word.PARTICIPLE, false);
        }
        if (n > 5 && lower.endsWith("ing")) {
            return verbForm(i, Word.GERUND, false);
        }
        return n > 4 && lower.endsWith("ly") ? WordClass.ADVERB : WordClass.NOUN;
    }

    private WordClass verbForm(int i, int forms, boolean noun) {
        if ((forms & (Word.PLAIN | Word.PRESENT)) == 0) {
            return (forms & Word.GERUND) != 0 ? gerund(i) : past(i, forms);
        }
        WordClass before = before(i);
        if ((forms & Word.PLAIN) != 0) {
            if (before == WordClass.TO) {
                infinitive = i;
                return WordClass.INFINITIVE;
            }
            if (afterModal(i)) {
                return WordClass.VERB;
            }
            if (before == WordClass.CONJUNCTION && i - infinitive < 14 && (!noun || objectFollows(i))) {
                infinitive = i;
                return WordClass.INFINITIVE;
            }
        }
        if ((forms & (Word.PAST | Word.PARTICIPLE)) != 0) {
            WordClass past = past(i, forms);
            if (past != WordClass.VERB
                    || !noun
                    || objectFollows(i)
                    || auxiliaryBefore(i, BE)
                    || auxiliaryBefore(i, HAVE)) {
                return nominalPlace(before) ? WordClass.NOUN : past;
            }
        }
        return present(i, forms, noun, before);
    }

    private WordClass present(int i, int forms, boolean noun, @Nullable WordClass before) {
        if (nominalPlace(before) || before == null && noun || before == WordClass.HYPHEN) {
            return WordClass.NOUN;
        }
        boolean third = (forms & Word.PRESENT) != 0;
        if (!third && !pluralBefore(i) && !subjunctive(i, noun)) {
            return WordClass.NOUN;
        }
        if (!noun) {
            return before == null ? WordClass.NOUN : WordClass.VERB;
        }
        boolean subjectBefore = before == WordClass.COMMA || before == WordClass.NAME && names[i - 1] != DEMONYM;
        if (third && subjectBefore && infinitive(i + 1)) {
            return WordClass.VERB;
        }
        if (subjectBefore
                && first(i)
                && (opensObject(i + 1)
                        || third && (saying(i) || i > 1 && classes[i - 2] == WordClass.SUBORDINATOR) && ends(i + 1))) {
            return WordClass.VERB;
        }
        if (before == WordClass.NOUN || before == WordClass.NAME) {
            boolean named = before == WordClass.NAME && names[i - 1] != DEMONYM && third;
            return determinerFollows(i) || named && loud && objectFollows(i) || third && that(i + 1) && saying(i)
                    ? WordClass.VERB
                    : WordClass.NOUN;
        }
        boolean subject = before == WordClass.PRONOUN
                || before == WordClass.RELATIVE
                || before == WordClass.SUBORDINATOR && tokens.get(i - 1).lower().equals("that")
                || before == WordClass.ADVERB;
        return subject && objectFollows(i) ? WordClass.VERB : WordClass.NOUN;
    }

    /** Whether "to" and a verb follow: "refuses to deal". */
    private boolean infinitive(int i) {
        return i < tokens.size() && tokens.get(i).lower().equals("to") && infinitiveFollows(i);
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

    /** Whether a noun group follows that no finite verb takes for its subject at once. */
    private boolean opensObject(int i) {
        if (i >= tokens.size() || !tokens.get(i).word()) {
            return false;
        }
        Word word = words.find(tokens.get(i).lower());
        if (word == null) {
            return !tokens.get(i).lower().endsWith("ed");
        }
        WordClass closed = word.closed();
        return VerbGroups.particle(tokens.get(i).lower())
                || closed == WordClass.NUMBER
                || closed == WordClass.DETERMINER
                || closed == WordClass.POSSESSIVE
                || closed == WordClass.NOUN
                || closed == null && (word.forms() == 0 || word.noun() && !word.may(Word.PAST));
    }

    private boolean ends(int i) {
        return i >= tokens.size() || !tokens.get(i).word();
    }

    private boolean saying(int i) {
        return VerbGroups.takesClause(words.lemma(tokens.get(i).lower()));
    }

    private boolean that(int i) {
        return i < tokens.size() && tokens.get(i).lower().equals("that");
    }

    /** "demanded that China give back", "a demand that it take in". */
    private boolean subjunctive(int i, boolean noun) {
        boolean pronoun = before(i) == WordClass.PRONOUN;
        if (noun && !(pronoun && objectFollows(i))) {
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
        if (classes[at] == WordClass.NAME && names[at] != DEMONYM) {
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
        WordClass before = before(i);
        if (auxiliaryBefore(i, BE)) {
            return WordClass.GERUND;
        }
        if (before == WordClass.DETERMINER || before == WordClass.POSSESSIVE || before == WordClass.ADJECTIVE) {
            return WordClass.NOUN;
        }
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).lower() : "";
        if (before == WordClass.NAME && (names[i - 1] == DEMONYM || next.equals("of"))) {
            return WordClass.NOUN;
        }
        if (before == WordClass.NOUN || before == WordClass.NAME) {
            Word word = words.find(next);
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

    private WordClass past(int i, int forms) {
        boolean finite = (forms & Word.PAST) != 0;
        if ((forms & Word.PARTICIPLE) == 0) {
            return nominalPlace(before(i)) ? WordClass.NOUN : WordClass.VERB;
        }
        if (auxiliaryBefore(i, HAVE) || auxiliaryBefore(i, BE)) {
            return WordClass.PARTICIPLE;
        }
        WordClass before = before(i);
        if (before == WordClass.PREPOSITION && tokens.get(i - 1).lower().equals("than")) {
            return WordClass.PARTICIPLE;
        }
        if (before == WordClass.HYPHEN || nominalPlace(before)) {
            return WordClass.ADJECTIVE;
        }
        boolean noun = nounFollows(i) && !determinerFollows(i);
        boolean named = i + 1 < names.length && names[i + 1] != PLAIN;
        if (before == WordClass.PREPOSITION && (noun || named)) {
            return WordClass.ADJECTIVE;
        }
        boolean verbBefore = before == WordClass.VERB
                || before == WordClass.GERUND
                || before == WordClass.INFINITIVE
                || before == WordClass.PARTICIPLE;
        if (verbBefore && (noun || nounFollows(i) && names[i + 1] == DEMONYM)) {
            return WordClass.ADJECTIVE;
        }
        if (before == null) {
            return noun ? WordClass.ADJECTIVE : WordClass.PARTICIPLE;
        }
        return finite ? WordClass.VERB : WordClass.PARTICIPLE;
    }

    private static boolean nominalPlace(@Nullable WordClass before) {
        return before == WordClass.DETERMINER
                || before == WordClass.POSSESSIVE
                || before == WordClass.ADJECTIVE
                || before == WordClass.NUMBER;
    }

    private boolean auxiliaryBefore(int i, Set<String> which) {
        for (int at = i - 1; at >= 0 && i - at < 7; at--) {
            WordClass c = classes[at];
            if (c == WordClass.AUXILIARY) {
                String lower = tokens.get(at).lower();
                return which.contains(lower) || lower.equals("'s");
            }
            boolean skipped = c == WordClass.ADVERB
                    || c == WordClass.NEGATION
                    || c == WordClass.QUOTE
                    || c == WordClass.TIME
                    || c == WordClass.PREPOSITION && at + 1 < i && classes[at + 1] == WordClass.TIME
                    || c == WordClass.DETERMINER && tokens.get(at).lower().equals("both");
            if (!skipped) {
                return false;
            }
        }
        return false;
    }

    private boolean afterModal(int i) {
        for (int at = i - 1; at >= 0 && i - at < 5; at--) {
            WordClass c = classes[at];
            if (c == WordClass.MODAL) {
                return true;
            }
            if (c == WordClass.AUXILIARY) {
                String lower = tokens.get(at).lower();
                return lower.equals("do") || lower.equals("does") || lower.equals("did");
            }
            if (c != WordClass.ADVERB
                    && c != WordClass.NEGATION
                    && c != WordClass.QUOTE
                    && c != WordClass.TIME
                    && !tokens.get(at).lower().equals("one")) {
                return false;
            }
        }
        return false;
    }

    /** The class of the word before, adverbs and quotation marks skipped; null at the beginning of the sentence. */
    private @Nullable WordClass before(int i) {
        int at = i - 1;
        while (at >= 0
                && (classes[at] == WordClass.ADVERB
                        || classes[at] == WordClass.QUOTE
                        || classes[at] == WordClass.HYPHEN && at > 0 && prefix(at - 1))) {
            at--;
        }
        return at < 0 ? null : classes[at];
    }

    private boolean infinitiveFollows(int i) {
        int next = i + 1;
        while (next < tokens.size() && adverbial(tokens.get(next).lower()) && !plain(next, next + 1)) {
            next++;
        }
        if (next >= tokens.size() || names[next] != PLAIN) {
            return false;
        }
        String lower = tokens.get(next).lower();
        if (GOALS.contains(lower) && next == i + 1 && !determinerFollows(next)) {
            return false;
        }
        if (lower.equals("be") || lower.equals("have") || lower.equals("do")) {
            return true;
        }
        Word word = words.find(lower);
        return word != null
                && (word.closed() == null
                        || word.closed() == WordClass.ADVERB
                        || word.closed() == WordClass.NOUN && determinerFollows(next))
                && word.may(Word.PLAIN)
                && (loud || !tokens.get(next).capitalised());
    }

    /** Whether the adverb at {@code i} is rather the verb of the same form: "to back X", unlike "to further deepen ties". */
    private boolean plain(int i, int next) {
        Word word = words.find(tokens.get(i).lower());
        Word follower = next < tokens.size() ? words.find(tokens.get(next).lower()) : null;
        return word != null
                && word.may(Word.PLAIN)
                && (follower == null || !follower.may(Word.PLAIN) || names[next] != PLAIN);
    }

    private boolean nounFollows(int i) {
        if (i + 1 >= tokens.size()) {
            return false;
        }
        Token next = tokens.get(i + 1);
        if (!next.word()) {
            return next.lower().equals("$");
        }
        Word word = words.find(next.lower());
        if (word == null) {
            return !next.lower().endsWith("ly");
        }
        WordClass closed = word.closed();
        if (closed != null) {
            return closed == WordClass.NOUN || closed == WordClass.DETERMINER || closed == WordClass.POSSESSIVE;
        }
        return word.noun()
                || names[i + 1] != PLAIN
                || (word.forms() & (Word.PARTICIPLE | Word.GERUND)) != 0
                || next.capitalised();
    }

    private boolean determinerFollows(int i) {
        Word word = i + 1 < tokens.size() ? words.find(tokens.get(i + 1).lower()) : null;
        WordClass closed = word == null ? null : word.closed();
        return closed == WordClass.DETERMINER
                || closed == WordClass.POSSESSIVE
                || i + 1 < names.length && names[i + 1] != PLAIN;
    }

    /** Whether what follows looks like an object or a complement, so that this is more likely a verb than a noun. */
    private boolean objectFollows(int i) {
        if (i + 1 >= tokens.size()) {
            return false;
        }
        if (names[i + 1] != PLAIN) {
            return true;
        }
        Token next = tokens.get(i + 1);
        if (next.lower().equals("\"")
                || next.lower().equals("‘")
                || next.lower().equals("$")) {
            return true;
        }
        Word word = words.find(next.lower());
        WordClass closed = word == null ? null : word.closed();
        if (closed == null) {
            return word == null || word.forms() == 0 || word.noun() || word.may(Word.GERUND | Word.PARTICIPLE);
        }
        return closed != WordClass.AUXILIARY
                && closed != WordClass.MODAL
                && closed != WordClass.CONJUNCTION
                && !next.lower().equals("of");
    }
}
