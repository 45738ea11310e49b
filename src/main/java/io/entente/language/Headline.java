package io.entente.language;

import java.util.List;
import java.util.Set;

/**
 * Finds the verb of a headline in which each word may be a noun ("Ugandan gunboats fire on Kenyan patrol"): where no other word is
 * a verb, that one is which agrees best with what stands before it and goes best with what stands behind.
 */
final class Headline {
    private static final int NONE = 0;
    private static final int WEAK = 2;
    private static final int FAIR = 3;
    private static final int GOOD = 4;
    private static final int BETTER = 5;
    private static final int BEST = 6;

    private static final Set<String> CLAUSE_OPENERS =
            Set.of("as", "after", "before", "while", "when", "since", "until", "because", "if", "that", "but");
    private static final Set<String> PLURALS =
            Set.of("police", "people", "men", "women", "gunmen", "fishermen", "crew");

    private final TokenContext around;
    private final List<Token> tokens;
    private final PartOfSpeech[] classes;

    Headline(TokenContext around) {
        this.around = around;
        this.tokens = around.tokens;
        this.classes = around.classes;
    }

    /** The first token that is rather the verb of its clause, from {@code from} on, or -1. */
    int verb(int from) {
        if (ended() && finite(0, classes.length)) {
            return -1;
        }
        int begin = 0;
        for (int i = 0; i <= classes.length; i++) {
            if (i == classes.length || boundary(i)) {
                int best = begin >= from && !finite(begin, i) ? best(begin, i) : -1;
                if (best >= 0) {
                    return best;
                }
                begin = i + 1;
            }
        }
        return -1;
    }

    /** Where the clause of token {@code i} ends. */
    int end(int i) {
        int at = i;
        while (at < classes.length && !boundary(at)) {
            at++;
        }
        return at;
    }

    private boolean ended() {
        return !tokens.get(tokens.size() - 1).word();
    }

    private boolean boundary(int i) {
        return switch (classes[i]) {
            case COMMA, STOP, SUBORDINATOR -> true;
            default -> CLAUSE_OPENERS.contains(around.lower(i));
        };
    }

    private boolean finite(int begin, int end) {
        for (int i = begin; i < end; i++) {
            switch (classes[i]) {
                case VERB, MODAL, AUXILIARY, RELATIVE -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private int best(int begin, int end) {
        int best = -1;
        int most = NONE;
        boolean infinitive = infinitive(begin, end);
        for (int i = begin + 1; i < end; i++) {
            boolean ruled = infinitive && (i + 1 == end || classes[i + 1] != PartOfSpeech.TO);
            int fit = ruled ? NONE : fit(begin, i, end);
            if (fit > most) {
                most = fit;
                best = i;
            }
        }
        return best;
    }

    /** Whether an infinitive may be all of the verb ("Kenya to visit Uganda"), unless a verb stands right before it. */
    private boolean infinitive(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (classes[i] == PartOfSpeech.INFINITIVE) {
                return true;
            }
        }
        return false;
    }

    private int fit(int begin, int i, int end) {
        Word word = around.word(i);
        boolean capital = tokens.get(i).capitalised() && !around.loud;
        if (word == null || capital || word.closed() != null || !word.may(Word.PLAIN | Word.PRESENT)) {
            return NONE;
        }
        int before = i - 1;
        while (before > begin && classes[before] == PartOfSpeech.ADVERB) {
            before--;
        }
        if (classes[before] != PartOfSpeech.NOUN && (classes[before] != PartOfSpeech.NAME || adjective(before))) {
            return NONE;
        }
        int head = head(begin, i);
        boolean third = word.may(Word.PRESENT);
        boolean near = plural(begin, before) != third;
        boolean far = head != before && plural(begin, head) != third;
        return near || far ? completes(i, end, third, near) : NONE;
    }

    private boolean adjective(int i) {
        return around.names[i] == TokenContext.DEMONYM && !around.lower(i).endsWith("s");
    }

    /** The head of the group with which the clause begins. */
    private int head(int begin, int end) {
        int at = begin;
        while (at < end && classes[at] != PartOfSpeech.PREPOSITION) {
            at++;
        }
        return Math.max(begin, at - 1);
    }

    private boolean plural(int begin, int i) {
        String lower = around.lower(i);
        boolean many = classes[i] == PartOfSpeech.NOUN
                || tokens.get(i).lower().equals(tokens.get(i).text())
                || adjective(i);
        if (many && (lower.endsWith("s") && !lower.endsWith("ss") || PLURALS.contains(lower))) {
            return true;
        }
        for (int at = Math.max(0, i - 4); at < i; at++) {
            boolean listed = classes[at] == PartOfSpeech.CONJUNCTION && at > begin
                    || classes[at] == PartOfSpeech.COMMA && at == begin - 1 && at + 1 == i;
            if (listed) {
                return at > 0 && classes[at - 1] == PartOfSpeech.NAME;
            }
        }
        return false;
    }

    /** How well what follows completes the clause of a verb. */
    private int completes(int i, int end, boolean third, boolean near) {
        if (i + 1 >= end) {
            return third ? WEAK : near ? BETTER : FAIR;
        }
        return switch (classes[i + 1]) {
            case DETERMINER, NAME, NUMBER, QUOTE, PRONOUN -> BEST;
            case POSSESSIVE -> around.lower(i + 1).startsWith("'") ? NONE : BEST;
            case TO -> BETTER;
            case PREPOSITION, ADVERB -> third ? FAIR : near ? BETTER : FAIR;
            case NOUN, ADJECTIVE -> GOOD;
            default -> NONE;
        };
    }
}
