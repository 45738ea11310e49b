package io.entente.language;

import io.entente.language.segment.Token;
import java.util.List;

/**
 * Finds the verb of a clause in which each word may be a noun ("Ugandan gunboats fire on Kenyan patrol"): where no other word is
 * a verb, that one is which agrees best with what stands before it and goes best with what follows. Headlines hardly ever
 * lack a verb, so that a weak fit will do; sentences that end with a mark need a better one ("Kenya calls for talks, as …").
 */
final class Headline {
    private static final int NONE = 0;
    private static final int WEAK = 2;
    private static final int FAIR = 3;
    private static final int GOOD = 4;
    private static final int BETTER = 5;
    private static final int BEST = 6;

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
        int verb = ended() ? verb(from, true) : -1;
        return verb >= 0 || ended() && finite(0, classes.length) ? verb : verb(from, false);
    }

    private int verb(int from, boolean strict) {
        boolean verbless = true;
        int begin = 0;
        for (int i = 0; i <= classes.length; i++) {
            if (i == classes.length || boundary(i) && !(verbless && listing(begin, i))) {
                int who = described(begin, i);
                boolean finite = finite(begin, who);
                if (begin >= from && !finite) {
                    int best = strict ? told(begin, who, verbless) : best(begin, who);
                    if (best >= 0) {
                        return best;
                    }
                }
                verbless = verbless && !finite
                        || i < classes.length && around.lower(i).equals(";");
                begin = i + 1;
            }
        }
        return -1;
    }

    /** The verb of a clause in a sentence that has another verb: of its beginning, or after the word that opens a clause. */
    private int told(int begin, int end, boolean verbless) {
        if (begin >= end || classes[begin] == PartOfSpeech.PREPOSITION) {
            return -1;
        }
        boolean opened = begin > 0 && opens(begin - 1) || classes[begin] == PartOfSpeech.CONJUNCTION;
        if (verbless && afterAside(begin, end)) {
            return begin;
        }
        if (!verbless && !opened) {
            return -1;
        }
        int best = best(begin, end);
        if (best < 0) {
            return -1;
        }
        int fit = fit(begin, best, end);
        boolean named = classes[best - 1] == PartOfSpeech.NAME && around.names[best - 1] == TokenContext.NAME;
        return fit >= (opened ? named ? GOOD : BEST : named ? FAIR : BETTER) ? best : -1;
    }

    /** "Kim Jong-un, the leader of North Korea, meets …": the verb after a comma. */
    private boolean afterAside(int begin, int end) {
        Word word = around.word(begin);
        return begin > 1
                && classes[begin - 1] == PartOfSpeech.COMMA
                && word != null
                && word.closed() == null
                && (word.may(Word.PRESENT) || word.may(Word.PLAIN) && plural(0, head(0, begin)))
                && !tokens.get(begin).capitalised()
                && classes[begin] == PartOfSpeech.NOUN
                && completes(begin, end, true, true) >= FAIR;
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
        return classes[i] == PartOfSpeech.COMMA || classes[i] == PartOfSpeech.STOP || opens(i);
    }

    /** A comma between subjects: "Peru, Chile, and Bolivia call for …". */
    private boolean listing(int begin, int i) {
        if (classes[i] != PartOfSpeech.COMMA
                || i == 0
                || i + 2 >= classes.length
                || classes[begin] == PartOfSpeech.PREPOSITION
                || classes[i - 1] != PartOfSpeech.NAME) {
            return false;
        }
        int next = classes[i + 1] == PartOfSpeech.CONJUNCTION ? i + 2 : i + 1;
        return (classes[next] == PartOfSpeech.NAME
                        || next + 1 < classes.length && classes[next + 1] == PartOfSpeech.NAME)
                && around.names[i - 1] == TokenContext.NAME;
    }

    /** "Police search for a man who shot two guards": where what only describes somebody begins, if the clause has no verb after it. */
    private int described(int begin, int end) {
        int who = begin + 1;
        while (who < end && classes[who] != PartOfSpeech.RELATIVE) {
            who++;
        }
        int verbs = 0;
        for (int i = who + 1; i < end; i++) {
            boolean verb = classes[i] == PartOfSpeech.VERB
                    || classes[i] == PartOfSpeech.AUXILIARY
                    || classes[i] == PartOfSpeech.MODAL;
            boolean joined = classes[i - 1] == PartOfSpeech.CONJUNCTION
                    || classes[i - 1] == PartOfSpeech.AUXILIARY
                    || classes[i - 1] == PartOfSpeech.MODAL;
            verbs += verb && !joined ? 1 : 0;
        }
        return verbs == 1 ? who : end;
    }

    private boolean opens(int i) {
        return classes[i] == PartOfSpeech.SUBORDINATOR || GrammarWords.CLAUSE_OPENER.has(around.lower(i));
    }

    private boolean finite(int begin, int end) {
        for (int i = begin; i < end; i++) {
            switch (classes[i]) {
                case MODAL, AUXILIARY, RELATIVE -> {
                    return true;
                }
                case VERB -> {
                    if (!agentive(i, end)) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    /** "an air strike conducted by X": a participle, whose agent follows. */
    private boolean agentive(int i, int end) {
        Word word = around.word(i);
        return i + 1 < end
                && around.lower(i + 1).equals("by")
                && (word == null ? around.lower(i).endsWith("ed") : word.may(Word.PARTICIPLE));
    }

    private int best(int begin, int end) {
        int best = -1;
        int most = NONE;
        boolean infinitive = infinitive(begin, end);
        for (int i = begin + 1; i < end; i++) {
            boolean ruled = infinitive
                    && (i + 1 == end || classes[i + 1] != PartOfSpeech.TO)
                    && !afterName(begin, i)
                    && !(ended() && !infinitive(begin, i)); // a full sentence has a verb of its own
            int fit = ruled ? NONE : fit(begin, i, end);
            if (fit > most) {
                most = fit;
                best = i;
            }
        }
        return best;
    }

    /** Whether the clause's first words are a name and a form that agrees with it: "X meets with Y to discuss …". */
    private boolean afterName(int begin, int i) {
        Word word = around.word(i);
        return !infinitive(begin, i)
                && classes[i - 1] == PartOfSpeech.NAME
                && around.names[i - 1] == TokenContext.NAME
                && word != null
                && word.may(Word.PRESENT);
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
        boolean name = tokens.get(i).capitalised() && (!around.loud || around.names[i] != TokenContext.PLAIN);
        if (word == null || name || word.closed() != null || !word.may(Word.PLAIN | Word.PRESENT)) {
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
        while (at < end && classes[at] != PartOfSpeech.PREPOSITION && classes[at] != PartOfSpeech.COMMA) {
            at++;
        }
        return Math.max(begin, at - 1);
    }

    private boolean plural(int begin, int i) {
        String lower = around.lower(i);
        boolean many = classes[i] == PartOfSpeech.NOUN
                || tokens.get(i).lower().equals(tokens.get(i).text())
                || adjective(i)
                || initials(tokens.get(i).text());
        boolean collective = around.words.valency().collective(lower)
                || around.words.valency().titledPlural(lower);
        if (collective || many && lower.endsWith("s") && !lower.endsWith("ss")) {
            return true;
        }
        int name = i;
        while (name > begin && around.names[name] == TokenContext.NAME) {
            name--;
        }
        for (int at = Math.max(0, Math.min(i - 4, name - 1)); at < i; at++) {
            boolean listed = classes[at] == PartOfSpeech.CONJUNCTION && at > begin
                    || classes[at] == PartOfSpeech.COMMA && at == begin - 1 && at + 1 == i;
            if (listed) {
                return at > 0 && classes[at - 1] == PartOfSpeech.NAME;
            }
        }
        return false;
    }

    /** "MPs", "PMs". */
    private static boolean initials(String text) {
        int n = text.length();
        return n > 2 && Character.isUpperCase(text.charAt(n - 2)) && text.charAt(n - 1) == 's';
    }

    /** "charges and sanctions X": another form of the same kind with an object. */
    private boolean joined(int i) {
        Word word = around.word(i);
        return word != null && word.may(Word.PRESENT) && around.objectFollows(i);
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
            case CONJUNCTION -> third && joined(i + 2) ? GOOD : NONE;
            default -> NONE;
        };
    }
}
