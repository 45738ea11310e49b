package io.entente.language;

import io.entente.language.segment.Token;
import java.util.List;

/** The auxiliary before the subject after a word that denies or limits: "Seldom has X …", "Nor did Y …", "No sooner had Z …". */
final class Inversion {
    private static final int REACH = 12;

    private Inversion() {}

    /** Whether the auxiliary at {@code i} stands before its subject; then its verb is known for one even if it looks like a noun. */
    static boolean at(VerbGroups verbs, List<Token> tokens, PartOfSpeech[] classes, int i) {
        String lower = tokens.get(i).lower();
        boolean auxiliary = classes[i] == PartOfSpeech.AUXILIARY
                || classes[i] == PartOfSpeech.MODAL
                || GrammarWords.HAVE.has(lower)
                || GrammarWords.DO.has(lower);
        if (!auxiliary || i + 1 >= classes.length || !subject(classes[i + 1]) || !opened(tokens, classes, i)) {
            return false;
        }
        int verb = verb(verbs, classes, i, GrammarWords.DO.has(lower) || classes[i] == PartOfSpeech.MODAL);
        if (verb > 0 && classes[verb] == PartOfSpeech.NOUN) {
            classes[verb] = PartOfSpeech.VERB;
        }
        return verb > 0;
    }

    private static boolean subject(PartOfSpeech c) {
        return switch (c) {
            case NAME, NOUN, DETERMINER, POSSESSIVE, PRONOUN, ADJECTIVE, NUMBER -> true;
            default -> false;
        };
    }

    private static boolean opened(List<Token> tokens, PartOfSpeech[] classes, int i) {
        int begin = begin(classes, i);
        if (begin == i) {
            return false;
        }
        String opener = tokens.get(begin).lower();
        return GrammarWords.INVERSION.has(opener)
                || GrammarWords.NEGATED_OPENER.has(opener)
                        && tokens.get(begin + 1).lower().equals("no");
    }

    /** Where the words before the auxiliary begin: after the last mark or verb, "and" and "but" left out. */
    private static int begin(PartOfSpeech[] classes, int i) {
        int begin = i;
        while (begin > 0 && i - begin < REACH && !boundary(classes[begin - 1])) {
            begin--;
        }
        return begin < i && classes[begin] == PartOfSpeech.CONJUNCTION && begin + 1 < i ? begin + 1 : begin;
    }

    private static boolean boundary(PartOfSpeech c) {
        return switch (c) {
            case COMMA, STOP, QUOTE, VERB, PARTICIPLE, INFINITIVE, MODAL, AUXILIARY, RELATIVE -> true;
            default -> false;
        };
    }

    private static int verb(VerbGroups verbs, PartOfSpeech[] classes, int i, boolean plain) {
        for (int at = i + 2; at < classes.length && at < i + REACH; at++) {
            switch (classes[at]) {
                case PARTICIPLE, VERB, INFINITIVE, GERUND -> {
                    return at;
                }
                case NOUN -> {
                    boolean afterSubject = classes[at - 1] == PartOfSpeech.NAME || classes[at - 1] == PartOfSpeech.NOUN;
                    if (plain && afterSubject && verbs.mayBePlain(at)) {
                        return at;
                    }
                }
                case COMMA, STOP, MODAL, AUXILIARY, RELATIVE, SUBORDINATOR -> {
                    return -1;
                }
                default -> {}
            }
        }
        return -1;
    }

    /** Gives the verb what its auxiliary says: it is finite, perhaps passive, perfect, future or denied. */
    static void complete(Clause clause, List<Token> tokens, PartOfSpeech[] classes, int auxiliary) {
        String lower = tokens.get(auxiliary).lower();
        boolean be = GrammarWords.BE.has(lower);
        clause.finite = true;
        clause.auxiliary = true;
        clause.perfect |= GrammarWords.HAVE.has(lower);
        clause.passive = be && classes[clause.verb] != PartOfSpeech.GERUND;
        if (classes[auxiliary] == PartOfSpeech.MODAL) {
            clause.modality = VerbGroups.modality(lower);
        }
        clause.negated |= denied(tokens, begin(classes, auxiliary));
    }

    private static boolean denied(List<Token> tokens, int begin) {
        String opener = tokens.get(begin).lower();
        return opener.equals("nor")
                || opener.equals("neither")
                || opener.equals("never")
                || GrammarWords.NEGATED_OPENER.has(opener);
    }

    /** "…,” said the minister": what follows the verb is its subject. */
    static void speaker(Clause clause, PartOfSpeech[] classes, Valency valency) {
        if (!clause.finite || clause.first == 0 || clause.arguments.isEmpty()) {
            return;
        }
        PartOfSpeech before = before(classes, clause.first);
        boolean speaks = valency.speech(clause.lemma)
                || before == PartOfSpeech.QUOTE && valency.takesClause(clause.lemma) && !clause.passive;
        if (!speaks) {
            return;
        }
        NounGroup argument = clause.arguments.get(0);
        boolean own = clause.subject != null && !clause.conjoined;
        boolean inverted = (before == PartOfSpeech.COMMA && !own || before == PartOfSpeech.QUOTE)
                && argument.preposition() == null
                && argument.first() == clause.last;
        if (inverted) {
            clause.subject = argument;
            clause.arguments.remove(0);
            clause.conjoined = false;
            clause.relation = ClauseRelation.MAIN;
        }
    }

    /** What stands before a verb; a comma after a quote belongs to it. */
    private static PartOfSpeech before(PartOfSpeech[] classes, int verb) {
        boolean quoted = verb > 1 && classes[verb - 1] == PartOfSpeech.COMMA && classes[verb - 2] == PartOfSpeech.QUOTE;
        return classes[quoted ? verb - 2 : verb - 1];
    }
}
