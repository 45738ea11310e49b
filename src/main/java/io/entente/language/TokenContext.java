package io.entente.language;

import io.entente.language.segment.Token;
import io.entente.language.segment.Tokens;
import org.jspecify.annotations.Nullable;

/** What stands around a token of a sentence: its words as the dictionary knows them, and the classes given so far. */
final class TokenContext {
    /** What the caller knows of a token: nothing, part of a proper name, or an adjective made of a name ("Russian"). */
    static final byte PLAIN = 0;

    static final byte NAME = 1;

    static final byte DEMONYM = 2;

    /** A bracket of more words than so many is no abbreviation or other name. */
    private static final int BRACKET = 5;

    final Words words;
    final Tokens tokens;
    final byte[] names;
    final PartOfSpeech[] classes;
    final boolean loud;
    final Infinitives infinitives = new Infinitives(this);
    private final @Nullable Word[] known;

    TokenContext(Words words, Tokens tokens, byte[] names) {
        this.words = words;
        this.tokens = tokens;
        this.names = names;
        this.classes = new PartOfSpeech[tokens.size()];
        this.loud = loud(tokens);
        this.known = new Word[tokens.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = words.find(tokens.get(i).lower());
        }
    }

    /** What the dictionary knows of the token, or null if it knows nothing or there is no such token. */
    @Nullable
    Word word(int i) {
        return i < known.length ? known[i] : null;
    }

    String lower(int i) {
        return i < known.length ? tokens.get(i).lower() : "";
    }

    /** Whether the word is part of a compound with hyphens, other than a verb with a prefix ("re-open"). */
    boolean compound(int i) {
        boolean after = i > 0 && classes[i - 1] == PartOfSpeech.HYPHEN;
        if (after && i > 1 && GrammarWords.VERB_PREFIX.has(tokens.get(i - 2).lower())) {
            return false;
        }
        return after || i + 2 < tokens.size() && tokens.get(i + 1).lower().equals("-") && glued(i + 1);
    }

    /** Whether a prefix and a hyphen stand before, as in "re-establish". */
    boolean compoundVerb(int i) {
        return i > 2 && classes[i - 1] == PartOfSpeech.HYPHEN && GrammarWords.VERB_PREFIX.has(lower(i - 2));
    }

    /** Whether the word is a verb's form in -ing. */
    boolean gerund(int i) {
        Word word = word(i);
        return word != null && word.closed() == null && word.may(Word.GERUND);
    }

    boolean amount(int i) {
        if (i >= tokens.size()) {
            return false;
        }
        Word word = word(i);
        return tokens.get(i).number()
                || word != null && word.closed() == PartOfSpeech.NUMBER
                || currency(tokens.get(i).text()) && amount(i + 1);
    }

    /** "$", "€". */
    private static boolean currency(String text) {
        return Character.getType(text.charAt(0)) == Character.CURRENCY_SYMBOL && text.length() == 1;
    }

    boolean prefix(int i) {
        return GrammarWords.VERB_PREFIX.has(tokens.get(i).lower());
    }

    boolean glued(int i) {
        return i > 0
                && i + 1 < tokens.size()
                && tokens.get(i - 1).end() == tokens.get(i).begin()
                && tokens.get(i).end() == tokens.get(i + 1).begin();
    }

    boolean adverbial(int i) {
        Word word = word(i);
        String lower = tokens.get(i).lower();
        if (word == null) {
            return lower.endsWith("ly");
        }
        return word.closed() == PartOfSpeech.ADVERB || word.closed() == PartOfSpeech.NEGATION;
    }

    boolean ends(int i) {
        return i >= tokens.size() || !tokens.get(i).word();
    }

    static boolean nominalPlace(@Nullable PartOfSpeech before) {
        return before == PartOfSpeech.DETERMINER
                || before == PartOfSpeech.POSSESSIVE
                || before == PartOfSpeech.ADJECTIVE
                || before == PartOfSpeech.NUMBER;
    }

    boolean auxiliaryBefore(int i, GrammarWords which) {
        for (int at = i - 1; at >= 0 && i - at < 7; at--) {
            PartOfSpeech c = classes[at];
            if (c == PartOfSpeech.AUXILIARY) {
                String lower = tokens.get(at).lower();
                return which.has(lower) || lower.equals("'s");
            }
            boolean skipped = c == PartOfSpeech.ADVERB
                    || c == PartOfSpeech.NEGATION
                    || c == PartOfSpeech.QUOTE
                    || c == PartOfSpeech.TIME
                    || c == PartOfSpeech.PREPOSITION && at + 1 < i && classes[at + 1] == PartOfSpeech.TIME
                    || c == PartOfSpeech.DETERMINER && tokens.get(at).lower().equals("both");
            if (!skipped) {
                return false;
            }
        }
        return false;
    }

    boolean afterModal(int i) {
        for (int at = i - 1; at >= 0 && i - at < 5; at--) {
            PartOfSpeech c = classes[at];
            if (c == PartOfSpeech.MODAL) {
                return true;
            }
            if (c == PartOfSpeech.AUXILIARY) {
                String lower = tokens.get(at).lower();
                return lower.equals("do") || lower.equals("does") || lower.equals("did");
            }
            if (c != PartOfSpeech.ADVERB
                    && c != PartOfSpeech.NEGATION
                    && c != PartOfSpeech.QUOTE
                    && c != PartOfSpeech.TIME
                    && !tokens.get(at).lower().equals("one")) {
                return false;
            }
        }
        return false;
    }

    /** The token at {@code end}, or before the bracket that ends there: "the World Bank (WB)". */
    int bracket(int end) {
        if (end < 2 || !lower(end).equals(")")) {
            return end;
        }
        for (int at = end - 1; at > 0 && end - at < BRACKET; at--) {
            if (lower(at).equals("(")) {
                return at - 1;
            }
        }
        return end;
    }

    /** The class of the word before, adverbs and quotation marks skipped; null at the beginning of the sentence. */
    @Nullable
    PartOfSpeech before(int i) {
        int at = bracket(i - 1);
        while (at >= 0
                && (classes[at] == PartOfSpeech.ADVERB
                        || classes[at] == PartOfSpeech.QUOTE
                        || classes[at] == PartOfSpeech.HYPHEN && at > 0 && prefix(at - 1))) {
            at--;
        }
        return at < 0 ? null : classes[at];
    }

    boolean nounFollows(int i) {
        if (i + 1 >= tokens.size()) {
            return false;
        }
        Token next = tokens.get(i + 1);
        if (!next.word()) {
            return next.lower().equals("$");
        }
        Word word = word(i + 1);
        if (word == null) {
            return !next.lower().endsWith("ly");
        }
        PartOfSpeech closed = word.closed();
        if (closed != null) {
            return closed == PartOfSpeech.NOUN
                    || closed == PartOfSpeech.DETERMINER
                    || closed == PartOfSpeech.POSSESSIVE;
        }
        return word.noun()
                || names[i + 1] != PLAIN
                || (word.forms() & (Word.PARTICIPLE | Word.GERUND)) != 0
                || next.capitalised();
    }

    boolean determinerFollows(int i) {
        Word word = word(i + 1);
        PartOfSpeech closed = word == null ? null : word.closed();
        return closed == PartOfSpeech.DETERMINER
                || closed == PartOfSpeech.POSSESSIVE
                || i + 1 < names.length && names[i + 1] != PLAIN;
    }

    /** Whether what follows looks like an object or a complement, so that this is more likely a verb than a noun. */
    boolean objectFollows(int i) {
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
        Word word = word(i + 1);
        PartOfSpeech closed = word == null ? null : word.closed();
        if (closed == null) {
            return word == null || word.forms() == 0 || word.noun() || word.may(Word.GERUND | Word.PARTICIPLE);
        }
        return closed != PartOfSpeech.AUXILIARY
                && closed != PartOfSpeech.MODAL
                && closed != PartOfSpeech.CONJUNCTION
                && !next.lower().equals("of");
    }

    /** Whether a noun group follows that no finite verb takes for its subject at once. */
    boolean opensObject(int i) {
        if (i >= tokens.size() || !tokens.get(i).word()) {
            return false;
        }
        Word word = word(i);
        if (word == null) {
            return !tokens.get(i).lower().endsWith("ed");
        }
        PartOfSpeech closed = word.closed();
        return words.valency().particle(tokens.get(i).lower())
                || closed == PartOfSpeech.NUMBER
                || closed == PartOfSpeech.DETERMINER
                || closed == PartOfSpeech.POSSESSIVE
                || closed == PartOfSpeech.NOUN
                || closed == null && (word.forms() == 0 || word.noun() && !word.may(Word.PAST));
    }

    boolean personal(int i) {
        Word word = word(i);
        return word != null && word.closed() == PartOfSpeech.PRONOUN;
    }

    boolean saying(int i) {
        return words.valency().takesClause(words.lemma(tokens.get(i).lower()));
    }

    boolean that(int i) {
        return i < tokens.size() && tokens.get(i).lower().equals("that");
    }

    boolean timeFollows(int i) {
        Word next = word(i + 1);
        return next != null && next.closed() == PartOfSpeech.TIME;
    }

    /** Whether most words are capitalised, as in titles of some papers, so that a capital says nothing. */
    static boolean loud(Tokens tokens) {
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

    boolean participle(@Nullable Word word, String follower) {
        if (word == null) {
            return follower.length() > 4 && follower.endsWith("ed");
        }
        return word.may(Word.PARTICIPLE) && (word.closed() == null);
    }
}
