package io.entente.language;

import io.entente.language.segment.Tokens;
import org.jspecify.annotations.Nullable;

/** Builds the verb groups of one sentence: auxiliaries, negation, adverbs, the main verb and its particle. */
final class VerbGroups {
    private final Words words;
    private final Tokens tokens;
    private final PartOfSpeech[] classes;

    VerbGroups(Words words, Tokens tokens, PartOfSpeech[] classes) {
        this.words = words;
        this.tokens = tokens;
        this.classes = classes;
    }

    /** Whether the verb's form may be a past participle as well. */
    boolean mayBeParticiple(Clause clause) {
        Word word = words.find(tokens.get(clause.verb).lower());
        return !clause.auxiliary && (word == null || word.forms() == 0 || word.may(Word.PARTICIPLE));
    }

    /** Whether a bare past form without an object is passive, as headlines have it: "Kenyan boat seized off Lamu". */
    boolean wantsObject(Clause clause) {
        Word word = words.find(tokens.get(clause.verb).lower());
        return !clause.auxiliary && word != null && word.may(Word.TRANSITIVE);
    }

    /** Whether the word may be a verb's plain form. */
    boolean mayBePlain(int token) {
        Word word = words.find(tokens.get(token).lower());
        return word != null && word.may(Word.PLAIN);
    }

    /** Whether the clause may be an inner attribution: a verb of saying with nothing after it but a mark. */
    boolean attributes(Clause clause) {
        return words.valency().speech(clause.lemma)
                && (clause.last >= classes.length || !continues(classes[clause.last]));
    }

    private static boolean continues(PartOfSpeech c) {
        return c != PartOfSpeech.COMMA && c != PartOfSpeech.STOP && c != PartOfSpeech.QUOTE;
    }

    /** The verb group that begins at token {@code i}, or null if there is no verb in it. */
    @Nullable
    Clause at(int i) {
        Clause clause = new Clause();
        clause.first = i;
        boolean be = false;
        boolean to = false;
        int lastAuxiliary = -1;
        int at = i;
        for (; at < classes.length; at++) {
            PartOfSpeech c = classes[at];
            String lower = tokens.get(at).lower();
            if (c == PartOfSpeech.NEGATION) {
                clause.negated = true;
            } else if (c == PartOfSpeech.MODAL) {
                clause.modality = modality(lower);
                clause.finite = true;
                clause.auxiliary = true;
                clause.negated |= lower.equals("cannot");
            } else if (c == PartOfSpeech.AUXILIARY) {
                boolean have = lower.startsWith("ha") || lower.equals("'ve");
                clause.perfect |= have;
                be |= !have && !lower.startsWith("d");
                clause.auxiliary = true;
                clause.finite |= !to
                        && !lower.equals("be")
                        && !lower.equals("being")
                        && !lower.equals("having")
                        && !lower.equals("been");
                lastAuxiliary = at;
            } else if (c == PartOfSpeech.TO) {
                if (clause.modality != Modality.NONE) {
                    if (clause.perfect) { // "will have to"
                        clause.modality = Modality.DUTY;
                        clause.perfect = false;
                    }
                    continue;
                }
                clause.negated |= clause.perfect && tokens.get(at - 1).lower().equals("yet");
                if (lastAuxiliary >= 0 && !to) {
                    clause.modality = be ? Modality.FUTURE : Modality.DUTY;
                    clause.perfect = false;
                    be = false;
                }
                to = lastAuxiliary < 0 || to;
            } else if (mainVerb(c)) {
                return main(clause, at, be, to);
            } else if (!skipped(at)) {
                break;
            }
        }
        return lastAuxiliary < 0 ? null : copula(clause, lastAuxiliary, to);
    }

    private boolean skipped(int at) {
        PartOfSpeech c = classes[at];
        if (c == PartOfSpeech.ADVERB || c == PartOfSpeech.HYPHEN || c == PartOfSpeech.QUOTE) {
            return true;
        }
        String lower = tokens.get(at).lower();
        if (c == PartOfSpeech.DETERMINER || c == PartOfSpeech.PRONOUN) {
            return (lower.equals("both") || lower.equals("all") || lower.equals("each"))
                    && at + 1 < classes.length
                    && (classes[at + 1] == PartOfSpeech.PARTICIPLE || classes[at + 1] == PartOfSpeech.GERUND);
        }
        int end = c == PartOfSpeech.PREPOSITION ? at + 1 : at;
        while (end < classes.length && classes[end] == PartOfSpeech.TIME) {
            end++;
        }
        boolean time = c == PartOfSpeech.TIME || c == PartOfSpeech.PREPOSITION && end > at + 1;
        return time
                && end < classes.length
                && (classes[end] == PartOfSpeech.PARTICIPLE
                        || classes[end] == PartOfSpeech.GERUND
                        || classes[end] == PartOfSpeech.TIME);
    }

    private static boolean mainVerb(PartOfSpeech c) {
        return c == PartOfSpeech.VERB
                || c == PartOfSpeech.INFINITIVE
                || c == PartOfSpeech.PARTICIPLE
                || c == PartOfSpeech.GERUND;
    }

    private Clause main(Clause clause, int at, boolean be, boolean to) {
        PartOfSpeech c = classes[at];
        clause.verb = at;
        clause.lemma = lemma(at);
        if (c == PartOfSpeech.VERB) {
            clause.finite = true;
            clause.negated |= denied(clause.first);
        } else if (c == PartOfSpeech.PARTICIPLE) {
            clause.passive = be;
            if (to) {
                clause.finite = false;
            }
        } else if (c == PartOfSpeech.GERUND && be && clause.lemma.equals("go") && toFollows(at)) {
            Clause future = at(at + 1);
            if (future != null) {
                future.first = clause.first;
                future.finite = true;
                future.modality = Modality.FUTURE;
                future.auxiliary = true;
                future.negated |= clause.negated;
                classes[future.verb] = PartOfSpeech.VERB;
                return future;
            }
        } else if (c == PartOfSpeech.INFINITIVE && !to && clause.modality != Modality.NONE) {
            clause.finite = true;
            classes[at] = PartOfSpeech.VERB;
        } else if (c == PartOfSpeech.INFINITIVE) {
            clause.finite = false;
        }
        clause.negated |= to && denied(clause.first); // "warned it not to go"
        if (to && c != PartOfSpeech.INFINITIVE) {
            classes[at] = PartOfSpeech.INFINITIVE;
        } else if (clause.finite && c != PartOfSpeech.VERB && c != PartOfSpeech.INFINITIVE) {
            classes[at] = c;
        }
        if (clause.modality == Modality.FUTURE && clause.lemma.equals("blame") && !objectBehind(at)) {
            clause.modality = Modality.NONE; // "was to blame": the subject is blamed
            clause.passive = true;
        }
        clause.last = particle(clause, at + 1);
        return clause;
    }

    /** "no longer recognises", "never recognised": a negation before the verb itself. */
    private boolean denied(int first) {
        int at = first - 1;
        while (at >= 0 && classes[at] == PartOfSpeech.ADVERB) {
            at--;
        }
        return at >= 0 && classes[at] == PartOfSpeech.NEGATION;
    }

    /** The copula that a headline leaves out before the predicate at token {@code i}. */
    Clause copula(int i) {
        Clause clause = new Clause();
        clause.first = i;
        clause.verb = i;
        clause.last = i;
        clause.lemma = "be";
        clause.finite = true;
        clause.auxiliary = true;
        return clause;
    }

    private Clause copula(Clause clause, int at, boolean to) {
        clause.verb = at;
        clause.lemma = clause.perfect && !tokens.get(at).lower().equals("been") ? "have" : "be";
        String lower = tokens.get(at).lower();
        if (lower.startsWith("do") || lower.equals("did")) {
            clause.lemma = "do";
        }
        if (to) {
            classes[at] = PartOfSpeech.INFINITIVE;
        } else if (!clause.finite) {
            classes[at] = PartOfSpeech.GERUND;
        }
        clause.last = at + 1;
        while (clause.last < classes.length
                && (classes[clause.last] == PartOfSpeech.ADVERB || classes[clause.last] == PartOfSpeech.NEGATION)
                && clause.last > at) {
            clause.negated |= classes[clause.last] == PartOfSpeech.NEGATION;
            clause.last++;
        }
        return clause;
    }

    private boolean toFollows(int at) {
        return at + 1 < classes.length && classes[at + 1] == PartOfSpeech.TO;
    }

    private String lemma(int at) {
        String lower = tokens.get(at).lower();
        Word word = words.find(lower);
        if (word != null && word.forms() != 0) {
            return word.lemma();
        }
        if (lower.endsWith("ied")) {
            return lower.substring(0, lower.length() - 3) + "y";
        }
        if (lower.endsWith("ed")) {
            return Words.stem(lower, "ed");
        }
        return lower.endsWith("ing") ? Words.stem(lower, "ing") : lower;
    }

    private int particle(Clause clause, int next) {
        if (next >= classes.length) {
            return next;
        }
        String lower = tokens.get(next).lower();
        boolean particle = words.valency().particle(clause.lemma, lower)
                && !(lower.equals("off") && coast(clause, next))
                && !(lower.equals("in") && nounAfter(next));
        boolean preposition =
                next + 1 < classes.length && tokens.get(next + 1).lower().equals("of");
        if (lower.equals("up")
                && next + 2 < classes.length
                && tokens.get(next + 1).lower().equals("to")
                && tokens.get(next + 2).number()) {
            return next; // "deploy up to 600 soldiers"
        }
        if (particle && !(preposition && !lower.equals("back"))) {
            clause.particle = lower;
            return next + 1;
        }
        return next;
    }

    /** "seized off Lamu": where something happens. */
    private boolean coast(Clause clause, int at) {
        return nounAfter(at) && !words.valency().off(clause.lemma);
    }

    private boolean objectBehind(int at) {
        return nounAfter(at)
                || at + 1 < classes.length
                        && (classes[at + 1] == PartOfSpeech.NOUN
                                || classes[at + 1] == PartOfSpeech.ADJECTIVE
                                || classes[at + 1] == PartOfSpeech.PRONOUN
                                || classes[at + 1] == PartOfSpeech.POSSESSIVE);
    }

    private boolean nounAfter(int at) {
        return at + 1 < classes.length
                && (classes[at + 1] == PartOfSpeech.NAME || classes[at + 1] == PartOfSpeech.DETERMINER);
    }

    static Modality modality(String lower) {
        return switch (lower) {
            case "will", "shall", "wo", "sha", "ll", "'ll" -> Modality.FUTURE;
            case "would", "'d", "d" -> Modality.WOULD;
            case "must", "should", "ought" -> Modality.DUTY;
            default -> Modality.POSSIBLE;
        };
    }
}
