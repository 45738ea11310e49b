package io.entente.language;

import io.entente.language.segment.Tokens;

/** Decides whether what stands before a form can be its subject, so that the form is a verb in the present. */
final class PrecedingSubject {
    private final TokenContext around;
    private final Tokens tokens;
    private final byte[] names;
    private final PartOfSpeech[] classes;

    PrecedingSubject(TokenContext around) {
        this.around = around;
        this.tokens = around.tokens;
        this.names = around.names;
        this.classes = around.classes;
    }

    /** Whether a noun or a name stands before, adverbs left out, or an insertion that ends with a comma. */
    boolean afterSubject(int i) {
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
    boolean first(int i) {
        int at = nameBegin(i);
        int end = listEnd(at);
        while (end > 0 && (nameBegin(end) < end && classes[end - 1] == PartOfSpeech.NAME || unknown(end - 1))) {
            at = unknown(end - 1) ? 0 : nameBegin(end);
            end = listEnd(at);
        }
        return at == 0
                || classes[at - 1] == PartOfSpeech.COMMA
                || classes[at - 1] == PartOfSpeech.STOP
                || classes[at - 1] == PartOfSpeech.SUBORDINATOR;
    }

    /** Where the name before "and", a comma or ", and" ends, if one of these stands before {@code at}; otherwise 0. */
    private int listEnd(int at) {
        if (at < 2 || classes[at - 1] != PartOfSpeech.CONJUNCTION && classes[at - 1] != PartOfSpeech.COMMA) {
            return 0;
        }
        boolean both = classes[at - 1] == PartOfSpeech.CONJUNCTION && classes[at - 2] == PartOfSpeech.COMMA;
        return both ? at - 2 : at - 1;
    }

    /** "Atlantis and Peru call …": a word at the beginning whose capital says nothing. */
    private boolean unknown(int token) {
        return token == 0 && classes[0] == PartOfSpeech.NOUN && tokens.get(0).capitalised();
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
    boolean parallel(int i) {
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

    /** "police enter a mosque and arrest two men": a plain form with an object, joined to another whose subject is a plural. */
    boolean parallelPlain(int i) {
        if (around.before(i) != PartOfSpeech.CONJUNCTION || !(around.determinerFollows(i) || around.amount(i + 1))) {
            return false;
        }
        for (int at = i - 2; at > 0; at--) {
            if (classes[at] == PartOfSpeech.VERB) {
                Word verb = around.word(at);
                return verb != null
                        && verb.may(Word.PLAIN)
                        && !verb.may(Word.PAST)
                        && !around.afterModal(at)
                        && pluralBefore(at);
            }
            if (classes[at] == PartOfSpeech.INFINITIVE || classes[at] == PartOfSpeech.GERUND) {
                return false;
            }
        }
        return false;
    }

    /** "Sudan and Chad forces", at the beginning: two names take no verb in -s. */
    boolean listed(int i) {
        return i > 2
                && classes[i - 1] == PartOfSpeech.NAME
                && (classes[i - 2] == PartOfSpeech.CONJUNCTION || classes[i - 2] == PartOfSpeech.COMMA)
                && classes[i - 3] == PartOfSpeech.NAME
                && (i == 3 || classes[i - 4] == PartOfSpeech.STOP);
    }

    /** "demanded that China give back", "a demand that it take in". */
    boolean subjunctive(int i, boolean noun) {
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

    /** "demands Kenya halt the talks", "insisted that Kenya stop its drills": what is asked of the name before. */
    boolean mandative(int i) {
        if (around.before(i) != PartOfSpeech.NAME || !around.objectFollows(i)) {
            return false;
        }
        int at = nameBegin(i) - 1;
        at = at > 0 && around.that(at) ? at - 1 : at;
        return at >= 0
                && classes[at] == PartOfSpeech.VERB
                && GrammarWords.MANDATIVE.has(around.words.lemma(around.lower(at)));
    }

    boolean pluralBefore(int i) {
        int at = i - 1;
        while (at >= 0 && (classes[at] == PartOfSpeech.ADVERB || classes[at] == PartOfSpeech.TIME)) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        String lower = tokens.get(at).lower();
        if (classes[at] == PartOfSpeech.NAME && names[at] != TokenContext.DEMONYM) {
            int begin = at;
            while (begin > 0 && names[begin - 1] == TokenContext.NAME) {
                begin--;
            }
            for (int back = at - 1; back >= 0 && (begin - back < 6 || classes[back + 1] == PartOfSpeech.NAME); back--) {
                if (classes[back] == PartOfSpeech.CONJUNCTION || classes[back] == PartOfSpeech.COMMA) {
                    return true;
                }
            }
            if ((around.determinerFollows(i) || around.amount(i + 1)) && placed(at)) {
                return true;
            }
        }
        return GrammarWords.PLURAL_PRONOUN.has(lower) || plural(at);
    }

    private boolean plural(int at) {
        String lower = tokens.get(at).lower();
        return around.words.valency().collective(lower)
                || (classes[at] == PartOfSpeech.NOUN || classes[at] == PartOfSpeech.NAME)
                        && lower.length() > 3
                        && lower.endsWith("s");
    }

    /** "Police in Nairobi arrest a man": the name says where those are who open the sentence. */
    private boolean placed(int name) {
        int in = name;
        while (in > 0 && !tokens.get(in).lower().equals("in")) {
            if (classes[in] != PartOfSpeech.NAME) {
                return false;
            }
            in--;
        }
        for (int at = 0; at < in - 1; at++) {
            if (classes[at] == PartOfSpeech.COMMA
                    || classes[at] == PartOfSpeech.STOP
                    || classes[at] == PartOfSpeech.PREPOSITION
                    || classes[at] == PartOfSpeech.VERB) {
                return false;
            }
        }
        return in > 0 && plural(in - 1);
    }
}
