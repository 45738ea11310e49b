package io.entente.language;

import io.entente.language.segment.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the noun groups of one sentence. */
final class NounGroups {
    private final Valency valency;
    private final Tokens tokens;
    private final PartOfSpeech[] classes;
    private final byte[] names;
    private final List<NounGroup> all = new ArrayList<>();

    NounGroups(Valency valency, Tokens tokens, PartOfSpeech[] classes, byte[] names) {
        this.valency = valency;
        this.tokens = tokens;
        this.classes = classes;
        this.names = names;
    }

    List<NounGroup> all() {
        return all;
    }

    /** Index after the group and all that is coordinated with it. */
    int end(NounGroup group) {
        int end = group.last();
        for (NounGroup conjunct : group.conjuncts()) {
            end = Math.max(end, conjunct.last());
        }
        return end;
    }

    /**
     * The group that begins at token {@code i}, or null if none does.
     *
     * @param receiver whether it stands after a verb of giving, so that what is given may follow ("promised Albania help")
     */
    @Nullable
    NounGroup at(int i, @Nullable String preposition, boolean receiver) {
        NounGroup group = scan(i, preposition, receiver);
        if (group != null && !group.time()) {
            all.add(group);
        }
        return group;
    }

    /** The group that begins at token {@code i}, not yet among those of the sentence. */
    @Nullable
    NounGroup scan(int i, @Nullable String preposition, boolean receiver) {
        int head = -1;
        boolean time = false;
        boolean quoted = false;
        int at = i;
        for (; at < classes.length; at++) {
            PartOfSpeech c = classes[at];
            boolean begun = head >= 0;
            if (c == PartOfSpeech.PRONOUN) {
                if (begun) {
                    break;
                }
                head = at++;
                break;
            }
            if (c == PartOfSpeech.QUOTE) {
                boolean first = at == i;
                if (quoted && classes[i] == PartOfSpeech.QUOTE) {
                    at++;
                    break;
                }
                if (!quoted && !first && begun && !clitic(at - 1) && classes[at - 1] != PartOfSpeech.DETERMINER) {
                    break;
                }
                quoted = !quoted;
                continue;
            }
            if (c == PartOfSpeech.NAME
                    && begun
                    && "as".equals(preposition)
                    && classes[at - 1] == PartOfSpeech.NOUN
                    && at == i + 1) {
                break;
            }
            if (c == PartOfSpeech.NUMBER && begun && classes[at - 1] == PartOfSpeech.NAME) {
                break;
            }
            if (begun && contact(at)) {
                break;
            }
            if (receiver && begun && names[at - 1] == ClauseParser.NAME && names[at] == 0 && nominal(c)) {
                break;
            }
            if (c == PartOfSpeech.DETERMINER && begun || c == PartOfSpeech.POSSESSIVE && begun && !clitic(at)) {
                break;
            }
            if (c == PartOfSpeech.TIME) {
                boolean modifies = at + 1 < classes.length
                        && !(at == i && "on".equals(preposition)) // "said on Friday talks would resume"
                        && (classes[at + 1] == PartOfSpeech.NOUN
                                || clitic(at + 1)
                                || classes[at + 1] == PartOfSpeech.HYPHEN);
                if (begun && !time && !modifies) {
                    break;
                }
                time = !modifies;
                head = modifies ? head : at;
                continue;
            }
            if (c == PartOfSpeech.NOUN
                    || c == PartOfSpeech.NAME
                    || c == PartOfSpeech.NUMBER
                    || c == PartOfSpeech.ADJECTIVE) {
                if (time && begun) {
                    break;
                }
                head = c == PartOfSpeech.NUMBER && head >= 0 ? head : at;
                continue;
            }
            boolean inside = begun && paired(at)
                    || c == PartOfSpeech.DETERMINER
                    || c == PartOfSpeech.POSSESSIVE
                    || c == PartOfSpeech.HYPHEN
                    || (c == PartOfSpeech.ADVERB || c == PartOfSpeech.NEGATION) && nominalFollows(at);
            if (!inside) {
                break;
            }
        }
        if (head < 0) {
            return null;
        }
        while (at > head + 1 && classes[at - 1] == PartOfSpeech.QUOTE) {
            at--;
        }
        return new NounGroup(i, at, head, preposition, time);
    }

    /** Whether at token {@code at} a clause begins that describes the noun before it: "an offer Rome accepted". */
    boolean contact(int at) {
        if (at == 0 || classes[at] != PartOfSpeech.NAME || names[at] != ClauseParser.NAME || names[at - 1] != 0) {
            return false;
        }
        String noun = tokens.get(at - 1).lower();
        boolean noted = valency.contactNoun(noun) || possessed(at - 1);
        if (classes[at - 1] != PartOfSpeech.NOUN || !noted) {
            return false;
        }
        int end = at;
        while (end < classes.length && (classes[end] == PartOfSpeech.NAME || clitic(end))) {
            end++;
        }
        return !clitic(end - 1) && finiteAt(end);
    }

    /** "whose wall X has called an insult". */
    private boolean possessed(int noun) {
        int at = noun;
        while (at > 0 && nominal(classes[at])) {
            at--;
        }
        return tokens.get(at).lower().equals("whose");
    }

    /** "the Kenyan and Ugandan presidents": a conjunction between two adjectives of nations before one noun. */
    private boolean paired(int and) {
        return and > 0
                && and + 2 < classes.length
                && classes[and] == PartOfSpeech.CONJUNCTION
                && tokens.get(and).lower().equals("and")
                && names[and - 1] == TokenContext.DEMONYM
                && names[and + 1] == TokenContext.DEMONYM
                && names[and + 2] != TokenContext.DEMONYM
                && (classes[and + 2] == PartOfSpeech.NOUN || classes[and + 2] == PartOfSpeech.ADJECTIVE);
    }

    private boolean clitic(int at) {
        return at < classes.length
                && classes[at] == PartOfSpeech.POSSESSIVE
                && tokens.get(at).lower().charAt(0) == '\'';
    }

    private boolean nominalFollows(int at) {
        if (at + 1 >= classes.length) {
            return false;
        }
        PartOfSpeech next = classes[at + 1];
        return next == PartOfSpeech.ADJECTIVE
                || next == PartOfSpeech.NOUN
                || next == PartOfSpeech.NUMBER
                || next == PartOfSpeech.NAME && at == 0;
    }

    static boolean nominal(PartOfSpeech c) {
        return c == PartOfSpeech.NOUN
                || c == PartOfSpeech.NAME
                || c == PartOfSpeech.ADJECTIVE
                || c == PartOfSpeech.NUMBER;
    }

    /** Whether {@code next} follows {@code before} with nothing but its preposition in between. */
    static boolean adjacent(Tokens tokens, PartOfSpeech[] classes, NounGroup before, NounGroup next) {
        int at = before.last();
        for (NounGroup conjunct : before.conjuncts()) {
            at = Math.max(at, conjunct.last());
        }
        while (at < next.first()) {
            PartOfSpeech c = classes[at];
            boolean between = c == PartOfSpeech.PREPOSITION
                    || c == PartOfSpeech.QUOTE
                    || c == PartOfSpeech.TIME
                    || c == PartOfSpeech.ADVERB
                    || c == PartOfSpeech.TO;
            if (!between) {
                return false;
            }
            at++;
        }
        return true;
    }

    /** Whether at token {@code comma} the land follows in which a place lies: "in Kunduz, Afghanistan, …". */
    boolean placed(@Nullable NounGroup place, int comma) {
        boolean town = place != null
                && place.preposition() != null
                && place.last() == comma
                && comma + 1 < classes.length
                && classes[comma] == PartOfSpeech.COMMA
                && classes[place.head()] == PartOfSpeech.NAME
                && names[place.head()] == TokenContext.PLAIN
                && names[comma + 1] == TokenContext.NAME;
        int end = comma + 1;
        while (town && end < classes.length && names[end] == TokenContext.NAME) {
            end++;
        }
        return town
                && (end == classes.length || classes[end] == PartOfSpeech.COMMA || classes[end] == PartOfSpeech.STOP);
    }

    /** Whether no full stop ends the sentence, as in headlines. */
    boolean unended() {
        return tokens.get(tokens.size() - 1).word();
    }

    /** Whether the word belongs to a name, and is not an adjective made of one. */
    boolean named(int token) {
        return names[token] == TokenContext.NAME;
    }

    /** Whether a finite verb comes next. */
    boolean finiteAt(int from) {
        int at = from;
        while (at < classes.length && (classes[at] == PartOfSpeech.ADVERB || classes[at] == PartOfSpeech.TIME)) {
            at++;
        }
        return at < classes.length
                && (classes[at] == PartOfSpeech.VERB
                        || classes[at] == PartOfSpeech.MODAL
                        || classes[at] == PartOfSpeech.AUXILIARY);
    }
}
