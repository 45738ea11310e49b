package io.entente.language;

import java.util.Set;

/** Gives each token of a sentence its class, from the table of words, endings and the neighbours. */
final class WordTagger {
    private static final Set<String> DETERMINING =
            Set.of("one", "other", "another", "neither", "either", "former", "long", "hard");
    private static final Set<String> OWNERS = Set.of("other", "another", "others");
    private static final Set<String> TIME_OPENERS = Set.of(
            "next", "last", "this", "every", "each", "past", "early", "late", "earlier", "later", "mid", "previous");

    private final Surroundings around;
    private final VerbForms verbs;
    private final Tokens tokens;
    private final byte[] names;
    private final WordClass[] classes;

    WordTagger(Words words, Tokens tokens, byte[] names) {
        this.around = new Surroundings(words, tokens, names);
        this.verbs = new VerbForms(around);
        this.tokens = tokens;
        this.names = names;
        this.classes = around.classes;
    }

    WordClass[] tag() {
        tag(0);
        Headline headline = new Headline(around);
        for (int verb = headline.verb(0); verb >= 0; verb = headline.verb(headline.end(verb))) {
            classes[verb] = WordClass.VERB;
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

    private WordClass classOf(int i) {
        Token token = tokens.get(i);
        String lower = token.lower();
        if (!token.word()) {
            return mark(i, lower);
        }
        Word word = around.word(i);
        WordClass closed = word == null ? null : word.closed();
        if (names[i] != Surroundings.PLAIN
                && (closed == null
                        || closed == WordClass.NOUN
                        || closed == WordClass.TIME
                        || closed == WordClass.PRONOUN)) {
            return WordClass.NAME;
        }
        if (token.number()) {
            return lower.endsWith("s") ? WordClass.NOUN : WordClass.NUMBER;
        }
        if (around.compound(i)) {
            boolean participle = lower.endsWith("ed") || lower.endsWith("ing") || lower.equals("led");
            return around.prefix(i) ? WordClass.ADVERB : participle ? WordClass.ADJECTIVE : WordClass.NOUN;
        }
        if (around.timeFollows(i) && TIME_OPENERS.contains(lower)) {
            return WordClass.TIME;
        }
        if (amounting(i, lower)) {
            return WordClass.ADVERB;
        }
        if (Prepositions.opensPair(lower, around.lower(i + 1))) {
            return WordClass.PREPOSITION;
        }
        if (closed != null && word != null) {
            return closed(i, lower, word, closed);
        }
        if (word == null || word.forms() == 0) {
            return open(i, token, lower);
        }
        if (token.capitalised() && i > 0 && !around.loud && classes[i - 1] != WordClass.QUOTE) {
            return WordClass.NAME;
        }
        return verbs.verbForm(i, word.forms(), word.noun());
    }

    /** "more than 300", "up to 300", "as many": no prepositions; "no longer": no noun. */
    private boolean amounting(int i, String lower) {
        return switch (lower) {
            case "than" -> around.amount(i + 1);
            case "to" -> i > 0 && around.lower(i - 1).equals("up") && around.amount(i + 1);
            case "as" -> around.lower(i + 1).equals("many");
            case "longer" -> i > 0 && classes[i - 1] == WordClass.NEGATION;
            case "up" -> around.amount(i + 2) && around.lower(i + 1).equals("to");
            default -> false;
        };
    }

    private WordClass mark(int i, String lower) {
        return switch (lower) {
            case "," -> WordClass.COMMA;
            case "\"", "‘", "’" -> WordClass.QUOTE;
            case "-" -> around.glued(i) ? WordClass.HYPHEN : WordClass.STOP;
            case "&" -> WordClass.CONJUNCTION;
            case "$", "€", "£", "¥", "%" -> WordClass.NUMBER;
            case "'" -> WordClass.POSSESSIVE;
            case "'s" -> isContraction(i) ? WordClass.AUXILIARY : WordClass.POSSESSIVE;
            case "'re", "'m", "'ve" -> WordClass.AUXILIARY;
            case "'ll", "'d" -> WordClass.MODAL;
            default -> WordClass.STOP;
        };
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
        return DETERMINING.contains(lower) && around.nounFollows(i) ? WordClass.DETERMINER : WordClass.PRONOUN;
    }

    /** "each other's", "one another's", "someone else's": these own what follows. */
    private boolean owns(int i) {
        String next = i + 1 < tokens.size() ? tokens.get(i + 1).lower() : "";
        return OWNERS.contains(tokens.get(i).lower()) && (next.equals("'s") || next.equals("'"));
    }

    private WordClass closed(int i, String lower, Word word, WordClass closed) {
        Token token = tokens.get(i);
        return switch (closed) {
            case PREPOSITION ->
                lower.equals("to") && around.infinitiveFollows(i) ? WordClass.TO : WordClass.PREPOSITION;
            case MODAL -> modal(i, token, lower);
            case TIME -> timeOrVerb(i, token, word);
            case AUXILIARY -> auxiliary(i, lower);
            case PRONOUN -> pronoun(i, lower);
            case ADVERB -> adverb(i, lower, word);
            case NOUN -> nounOrVerb(i, word);
            case POSSESSIVE -> lower.equals("her") && !around.nounFollows(i) ? WordClass.PRONOUN : closed;
            case DETERMINER -> determiner(i, lower);
            case SUBORDINATOR ->
                lower.equals("that")
                        ? determiner(i, lower)
                        : lower.equals("provided") && i > 0 && (around.nounFollows(i) || around.determinerFollows(i))
                                ? verbs.past(i, word.forms())
                                : closed;
            default -> closed;
        };
    }

    /** "long" and "hard" before a noun; "will back X", "vowed to back X". */
    private WordClass adverb(int i, String lower, Word word) {
        if (i > 0 && classes[i - 1] == WordClass.POSSESSIVE && !around.nounFollows(i)) {
            return WordClass.NOUN;
        }
        if (DETERMINING.contains(lower) && around.nounFollows(i) && around.before(i) != WordClass.AUXILIARY) {
            return WordClass.ADJECTIVE;
        }
        boolean verb = word.may(Word.PLAIN) && (around.before(i) == WordClass.TO || around.afterModal(i));
        return verb ? verbs.verbForm(i, word.forms(), word.noun()) : WordClass.ADVERB;
    }

    private WordClass nounOrVerb(int i, Word word) {
        if (word.may(Word.PLAIN) && around.before(i) == WordClass.TO) {
            return WordClass.INFINITIVE;
        }
        if (word.may(Word.PLAIN) && around.afterModal(i)) {
            return WordClass.VERB;
        }
        boolean subject = i > 0 && classes[i - 1] == WordClass.NAME && names[i - 1] != Surroundings.DEMONYM;
        if (word.may(Word.PAST)
                && (subject || around.before(i) == WordClass.AUXILIARY)
                && around.determinerFollows(i)) {
            return around.before(i) == WordClass.AUXILIARY ? WordClass.PARTICIPLE : WordClass.VERB;
        }
        return word.may(Word.GERUND) && gerundPlace(i) ? WordClass.GERUND : WordClass.NOUN;
    }

    /** "for backing Kyiv", "…, killing two", unlike "with the backing of". */
    private boolean gerundPlace(int i) {
        WordClass before = around.before(i);
        boolean place = before == WordClass.PREPOSITION || before == WordClass.COMMA || before == WordClass.CONJUNCTION;
        boolean result = before == WordClass.COMMA
                && (around.amount(i + 1) || around.lower(i + 1).equals("at"));
        return place && around.determinerFollows(i)
                || result
                || around.auxiliaryBefore(i, Surroundings.BE) && before == WordClass.AUXILIARY;
    }

    private WordClass determiner(int i, String lower) {
        if (lower.equals("that")) {
            if (i + 1 < tokens.size() && tokens.get(i + 1).lower().equals("of")) {
                return WordClass.PRONOUN;
            }
            boolean pointing = i == 0 || classes[i - 1] == WordClass.PREPOSITION;
            return pointing && around.nounFollows(i) ? WordClass.DETERMINER : WordClass.SUBORDINATOR;
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
        return alone && !around.nounFollows(i) ? WordClass.PRONOUN : WordClass.DETERMINER;
    }

    private WordClass modal(int i, Token token, String lower) {
        if (lower.equals("may") && token.capitalised() && i > 0) {
            return WordClass.TIME;
        }
        WordClass before = around.before(i);
        boolean noun =
                before == WordClass.DETERMINER || before == WordClass.POSSESSIVE || before == WordClass.ADJECTIVE;
        return noun ? WordClass.NOUN : WordClass.MODAL;
    }

    private WordClass timeOrVerb(int i, Token token, Word word) {
        boolean march = token.lower().equals("march") && !token.capitalised();
        return march ? verbs.verbForm(i, word.forms(), true) : WordClass.TIME;
    }

    /** "have" and "do" are auxiliaries before a verb, otherwise verbs; "be" stays an auxiliary and may be the copula. */
    private WordClass auxiliary(int i, String lower) {
        if (Surroundings.BE.contains(lower)) {
            return WordClass.AUXILIARY;
        }
        int next = i + 1;
        while (next < tokens.size()
                && (around.adverbial(next) || tokens.get(next).lower().equals("\""))) {
            next++;
        }
        if (next < tokens.size()) {
            String follower = tokens.get(next).lower();
            Word word = around.word(next);
            boolean have = Surroundings.HAVE.contains(lower);
            if (have && (follower.equals("been") || follower.equals("to") || around.participle(word, follower))) {
                return WordClass.AUXILIARY;
            }
            if (!have && word != null && word.may(Word.PLAIN)) {
                return WordClass.AUXILIARY;
            }
        }
        return around.afterModal(i) ? WordClass.VERB : lower.equals("having") ? WordClass.GERUND : plainPlace(i);
    }

    private WordClass plainPlace(int i) {
        return around.before(i) == WordClass.TO ? WordClass.INFINITIVE : WordClass.VERB;
    }

    private WordClass open(int i, Token token, String lower) {
        if (token.capitalised() && i > 0 && !around.loud) {
            return WordClass.NAME;
        }
        int n = lower.length();
        if (n > 4 && lower.endsWith("ed") && !lower.endsWith("eed")) {
            return verbs.verbForm(i, Word.PAST | Word.PARTICIPLE, false);
        }
        if (n > 5 && lower.endsWith("ing")) {
            return verbs.verbForm(i, Word.GERUND, false);
        }
        if (n > 4 && lower.endsWith("ly")) {
            return WordClass.ADVERB;
        }
        return n > 3 && around.afterModal(i) ? WordClass.VERB : WordClass.NOUN;
    }
}
