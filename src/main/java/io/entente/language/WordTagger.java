package io.entente.language;

import io.entente.language.segment.Token;
import io.entente.language.segment.Tokens;

/** Gives each token of a sentence its class, from the table of words, endings and the neighbours. */
final class WordTagger {
    private final TokenContext around;
    private final VerbForms verbs;
    private final Counts counts;
    private final Gerunds gerunds;
    private final Tokens tokens;
    private final byte[] names;
    private final PartOfSpeech[] classes;

    WordTagger(Words words, Tokens tokens, byte[] names) {
        this.around = new TokenContext(words, tokens, names);
        this.verbs = new VerbForms(around);
        this.counts = new Counts(around);
        this.gerunds = new Gerunds(around);
        this.tokens = tokens;
        this.names = names;
        this.classes = around.classes;
    }

    PartOfSpeech[] tag() {
        tag(0);
        Headline headline = new Headline(around);
        for (int verb = headline.verb(0); verb >= 0; verb = headline.verb(headline.end(verb))) {
            classes[verb] = PartOfSpeech.VERB;
            verbs.forget();
            tag(verb + 1);
        }
        return classes;
    }

    private void tag(int from) {
        for (int i = from; i < classes.length; i++) {
            classes[i] = classOf(i);
        }
    }

    private PartOfSpeech classOf(int i) {
        Token token = tokens.get(i);
        String lower = token.lower();
        if (!token.word() || counts.votes(i)) {
            return counts.votes(i) ? PartOfSpeech.ADVERB : mark(i, lower);
        }
        Word word = around.word(i);
        PartOfSpeech closed = word == null ? null : word.closed();
        if (names[i] != TokenContext.PLAIN
                && (closed == null
                        || closed == PartOfSpeech.NOUN
                        || closed == PartOfSpeech.TIME
                        || closed == PartOfSpeech.PRONOUN
                        || closed == PartOfSpeech.MODAL && token.capitalised())) {
            return PartOfSpeech.NAME;
        }
        if (token.number()) {
            return lower.endsWith("s") ? PartOfSpeech.NOUN : PartOfSpeech.NUMBER;
        }
        if (around.compound(i)) {
            boolean participle = lower.endsWith("ed") || lower.endsWith("ing") || lower.equals("led");
            return around.prefix(i) ? PartOfSpeech.ADVERB : participle ? PartOfSpeech.ADJECTIVE : PartOfSpeech.NOUN;
        }
        if (around.timeFollows(i) && GrammarWords.TIME_OPENER.has(lower)) {
            return PartOfSpeech.TIME;
        }
        if (lower.equals("there") && verbs.existential(i)) {
            return PartOfSpeech.PRONOUN;
        }
        if (counts.bounds(i, lower, afterVerb(i))) {
            return PartOfSpeech.ADVERB;
        }
        if (Prepositions.opensPair(lower, around.lower(i + 1))) {
            return PartOfSpeech.PREPOSITION;
        }
        boolean group = token.text().equals("IS") && !around.loud;
        if (closed != null && word != null && !group) {
            return closed(i, lower, word, closed);
        }
        if (word == null || word.forms() == 0 || group) {
            return open(i, token, lower);
        }
        if (token.capitalised() && i > 0 && !around.loud && classes[i - 1] != PartOfSpeech.QUOTE) {
            return PartOfSpeech.NAME;
        }
        return verbs.verbForm(i, word.forms(), word.noun());
    }

    private boolean afterVerb(int i) {
        PartOfSpeech before = around.before(i);
        return before == PartOfSpeech.VERB
                || before == PartOfSpeech.GERUND
                || before == PartOfSpeech.INFINITIVE
                || before == PartOfSpeech.PARTICIPLE;
    }

    private PartOfSpeech mark(int i, String lower) {
        return switch (lower) {
            case "," -> PartOfSpeech.COMMA;
            case "\"", "‘", "’" -> PartOfSpeech.QUOTE;
            case "-" -> around.glued(i) ? PartOfSpeech.HYPHEN : PartOfSpeech.STOP;
            case "&" -> PartOfSpeech.CONJUNCTION;
            case "$", "€", "£", "¥", "%" -> PartOfSpeech.NUMBER;
            case "'" -> PartOfSpeech.POSSESSIVE;
            case "'s" -> isContraction(i) ? PartOfSpeech.AUXILIARY : PartOfSpeech.POSSESSIVE;
            case "'re", "'m", "'ve" -> PartOfSpeech.AUXILIARY;
            case "'ll", "'d" -> PartOfSpeech.MODAL;
            default -> PartOfSpeech.STOP;
        };
    }

    private boolean isContraction(int i) {
        if (i == 0) {
            return false;
        }
        PartOfSpeech before = classes[i - 1];
        return before == PartOfSpeech.PRONOUN || before == PartOfSpeech.SUBORDINATOR || before == PartOfSpeech.RELATIVE;
    }

    private PartOfSpeech pronoun(int i, String lower) {
        if (owns(i)) {
            return PartOfSpeech.NOUN;
        }
        return GrammarWords.DETERMINING.has(lower) && around.nounFollows(i)
                ? PartOfSpeech.DETERMINER
                : PartOfSpeech.PRONOUN;
    }

    /** "each other's", "one another's", "someone else's": these own what follows. */
    private boolean owns(int i) {
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).lower() : "";
        return GrammarWords.OWNER_PRONOUN.has(tokens.get(i).lower()) && (next.equals("'s") || next.equals("'"));
    }

    private PartOfSpeech closed(int i, String lower, Word word, PartOfSpeech closed) {
        Token token = tokens.get(i);
        return switch (closed) {
            case PREPOSITION ->
                lower.equals("to") && around.infinitives.follows(i) ? PartOfSpeech.TO : PartOfSpeech.PREPOSITION;
            case MODAL -> modal(i, token, lower);
            case TIME -> timeOrVerb(i, token, word);
            case AUXILIARY -> auxiliary(i, lower);
            case PRONOUN -> pronoun(i, lower);
            case ADVERB -> adverb(i, lower, word);
            case NOUN -> nounOrVerb(i, word);
            case POSSESSIVE -> lower.equals("her") && !around.nounFollows(i) ? PartOfSpeech.PRONOUN : closed;
            case DETERMINER -> determiner(i, lower);
            case SUBORDINATOR ->
                lower.equals("that")
                        ? determiner(i, lower)
                        : lower.equals("once") && GrammarWords.REPEATED.has(around.lower(i + 1))
                                ? PartOfSpeech.ADVERB
                                : lower.equals("provided")
                                                && i > 0
                                                && (around.nounFollows(i) || around.determinerFollows(i))
                                        ? verbs.past(i, word.forms())
                                        : closed;
            default -> closed;
        };
    }

    /** "long" and "hard" before a noun; "will back X", "vowed to back X". */
    private PartOfSpeech adverb(int i, String lower, Word word) {
        if (i > 0 && classes[i - 1] == PartOfSpeech.POSSESSIVE && !around.nounFollows(i)) {
            return PartOfSpeech.NOUN;
        }
        if (GrammarWords.DETERMINING.has(lower)
                && around.nounFollows(i)
                && around.before(i) != PartOfSpeech.AUXILIARY) {
            return PartOfSpeech.ADJECTIVE;
        }
        boolean verb =
                word.may(Word.PLAIN) && (around.before(i) == PartOfSpeech.TO || around.afterModal(i) || firstVerb(i));
        return verb ? verbs.verbForm(i, word.forms(), word.noun()) : PartOfSpeech.ADVERB;
    }

    /** "Kenyan lawmakers back the plan": an adverb's form right after a noun, before an object, with no verb before. */
    private boolean firstVerb(int i) {
        if (around.before(i) != PartOfSpeech.NOUN && around.before(i) != PartOfSpeech.NAME
                || !around.determinerFollows(i)) {
            return false;
        }
        for (int at = 0; at < i; at++) {
            if (afterVerb(at + 1) || classes[at] == PartOfSpeech.AUXILIARY) {
                return false;
            }
        }
        return true;
    }

    private PartOfSpeech nounOrVerb(int i, Word word) {
        if (word.may(Word.PLAIN) && around.before(i) == PartOfSpeech.TO) {
            return PartOfSpeech.INFINITIVE;
        }
        if (word.may(Word.PLAIN) && around.afterModal(i)) {
            return PartOfSpeech.VERB;
        }
        boolean subject = i > 0 && classes[i - 1] == PartOfSpeech.NAME && names[i - 1] != TokenContext.DEMONYM;
        if (word.may(Word.PAST)
                && (subject || around.before(i) == PartOfSpeech.AUXILIARY)
                && around.determinerFollows(i)) {
            return around.before(i) == PartOfSpeech.AUXILIARY ? PartOfSpeech.PARTICIPLE : PartOfSpeech.VERB;
        }
        return word.may(Word.GERUND) && gerunds.at(i) ? PartOfSpeech.GERUND : PartOfSpeech.NOUN;
    }

    private PartOfSpeech determiner(int i, String lower) {
        if (lower.equals("that")) {
            if (i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("of")) {
                return PartOfSpeech.PRONOUN;
            }
            boolean pointing = i == 0 || classes[i - 1] == PartOfSpeech.PREPOSITION;
            return pointing && around.nounFollows(i) ? PartOfSpeech.DETERMINER : PartOfSpeech.SUBORDINATOR;
        }
        if (lower.equals("no")
                && i + 1 < tokens.size()
                && tokens.get(i + 1).lower().equals("longer")) {
            return PartOfSpeech.NEGATION;
        }
        if (i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("of")) {
            return PartOfSpeech.PRONOUN;
        }
        boolean alone = lower.equals("both") || lower.equals("this") || lower.equals("all");
        return alone && !around.nounFollows(i) ? PartOfSpeech.PRONOUN : PartOfSpeech.DETERMINER;
    }

    private PartOfSpeech modal(int i, Token token, String lower) {
        if (lower.equals("may") && token.capitalised() && i > 0) {
            return PartOfSpeech.TIME;
        }
        PartOfSpeech before = around.before(i);
        boolean noun = before == PartOfSpeech.DETERMINER
                || before == PartOfSpeech.POSSESSIVE
                || before == PartOfSpeech.ADJECTIVE;
        return noun ? PartOfSpeech.NOUN : PartOfSpeech.MODAL;
    }

    private PartOfSpeech timeOrVerb(int i, Token token, Word word) {
        boolean march = token.lower().equals("march") && !token.capitalised();
        return march ? verbs.verbForm(i, word.forms(), true) : PartOfSpeech.TIME;
    }

    /** "have" and "do" are auxiliaries before a verb, otherwise verbs; "be" stays an auxiliary and may be the copula. */
    private PartOfSpeech auxiliary(int i, String lower) {
        if (GrammarWords.BE.has(lower)) {
            return PartOfSpeech.AUXILIARY;
        }
        int next = i + 1;
        while (next < tokens.size()
                && (around.adverbial(next) || tokens.get(next).lower().equals("\""))) {
            next++;
        }
        if (next < tokens.size()) {
            String follower = tokens.get(next).lower();
            Word word = around.word(next);
            boolean have = GrammarWords.HAVE.has(lower);
            if (have && (follower.equals("been") || follower.equals("to") || around.participle(word, follower))) {
                return PartOfSpeech.AUXILIARY;
            }
            if (!have && word != null && word.may(Word.PLAIN)) {
                return PartOfSpeech.AUXILIARY;
            }
        }
        return around.afterModal(i) ? PartOfSpeech.VERB : lower.equals("having") ? PartOfSpeech.GERUND : plainPlace(i);
    }

    private PartOfSpeech plainPlace(int i) {
        return around.before(i) == PartOfSpeech.TO ? PartOfSpeech.INFINITIVE : PartOfSpeech.VERB;
    }

    private PartOfSpeech open(int i, Token token, String lower) {
        if (token.capitalised() && i > 0 && !around.loud) {
            return PartOfSpeech.NAME;
        }
        int n = lower.length();
        if (n > 4 && lower.endsWith("ed") && !lower.endsWith("eed")) {
            return verbs.verbForm(i, Word.PAST | Word.PARTICIPLE, false);
        }
        if (n > 5 && lower.endsWith("ing")) {
            return verbs.verbForm(i, Word.GERUND, false);
        }
        if (n > 4 && lower.endsWith("ly")) {
            return PartOfSpeech.ADVERB;
        }
        return n > 3 && around.afterModal(i) ? PartOfSpeech.VERB : PartOfSpeech.NOUN;
    }
}
