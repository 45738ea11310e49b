package io.entente.actor;

import io.entente.actor.dictionary.ReferenceWords;
import io.entente.actor.dictionary.Sense;
import io.entente.actor.dictionary.WordMark;
import io.entente.avro.MentionKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds words that stand for an actor named elsewhere: pronouns, "the two sides", "the kingdom", "its neighbour". */
final class References {
    /** How many words may stand between article and noun. */
    private static final int REACH = 5;

    /** The reference that begins at token {@code i}, still open, or null. */
    @Nullable
    MentionCandidate at(TaggedSentence line, int i) {
        String lower = line.lower(i);
        MentionCandidate group = pair(line, i, lower);
        if (group == null && ReferenceWords.DEFINITE.has(lower)) {
            group = described(line, i, lower);
        }
        if (group == null && line.lower(i - 1).equals("the") && !noun(line, i + 1)) {
            boolean ordinal = lower.equals("former") || lower.equals("latter");
            group = ordinal ? open(line, i, i + 1, MentionCandidate.Open.PAIR, lower) : null;
        }
        return group == null && ReferenceWords.PRONOUN.has(lower) ? pronoun(line, i, lower) : group;
    }

    /** The possessive pronoun at token {@code i}, or an empty string. */
    String possessor(TaggedSentence line, int i) {
        return ReferenceWords.POSSESSIVE.has(line.lower(i)) ? line.lower(i) : "";
    }

    private @Nullable MentionCandidate pronoun(TaggedSentence line, int i, String lower) {
        boolean possessive = ReferenceWords.POSSESSIVE.has(lower);
        HeadMatch head = possessive ? HeadMatch.at(line, i + 1) : null;
        if (line.hyphen(i - 1) || head != null && !head.head().bound() && !head.idle()) {
            return null;
        }
        if (lower.equals("it") && !stands(line, i) || lower.equals("them") && !addressed(line, i)) {
            return null;
        }
        MentionCandidate group = open(line, i, i + 1, MentionCandidate.Open.PRONOUN, lower);
        group.person = ReferenceWords.PERSON_PRONOUN.has(lower);
        group.plural = ReferenceWords.PLURAL_PRONOUN.has(lower);
        group.attribute = possessive && (!lower.equals("her") || noun(line, i + 1));
        group.object = !ReferenceWords.SUBJECT_PRONOUN.has(lower) && !group.attribute
                || lower.equals("it") && !verb(line, i + 1);
        return group;
    }

    /** Whether an "it" stands for something that can act: not "it was clear that", not "investigate it jointly". */
    private static boolean stands(TaggedSentence line, int i) {
        if (ReferenceWords.EXPLETIVE_ADJECTIVE.has(line.lower(i + 1))) {
            return false;
        }
        if (ReferenceWords.EXPLETIVE_VERB.has(line.lower(i + 1))) {
            if (ReferenceWords.STATE_OF_MIND.has(line.lower(i + 2))
                    || ReferenceWords.STATE_OF_MIND.has(line.lower(i + 3))) {
                return true;
            }
            boolean cleft = line.hit(i + 2) != null;
            for (int k = i + 2; k < i + 6; k++) {
                cleft |= line.lower(k).equals("that") || line.lower(k).equals("to");
            }
            return !cleft;
        }
        boolean addressed = line.has(i - 1, WordMark.ACT)
                || line.has(i - 1, WordMark.PREPOSITION)
                || line.has(i - 1, WordMark.STOP);
        return verb(line, i + 1) || addressed || line.initial(i);
    }

    private static boolean addressed(TaggedSentence line, int i) {
        return line.has(i - 1, WordMark.ACT)
                || line.has(i - 1, WordMark.PREPOSITION)
                || line.has(i - 1, WordMark.STOP)
                || line.lower(i - 1).endsWith("ing");
    }

    private static boolean verb(TaggedSentence line, int i) {
        return line.has(i, WordMark.ACT)
                || line.has(i, WordMark.STOP) && !line.has(i, WordMark.PREPOSITION)
                || line.lower(i).endsWith("ed");
    }

    /** "the two sides", "both countries", "its two neighbours", "the three presidents", "either side", "both", "the two met". */
    private @Nullable MentionCandidate pair(TaggedSentence line, int i, String lower) {
        int at = i;
        boolean either = ReferenceWords.EITHER.has(lower);
        if (either) {
            at += line.lower(i + 1).equals("of") ? 2 : 1;
        }
        boolean definite = ReferenceWords.DEFINITE.has(line.lower(at));
        String possessor = possessor(line, at);
        at += definite ? 1 : 0;
        int count = definite || either ? number(line.lower(at)) : 0;
        at += count > 0 ? 1 : 0;
        boolean counted = either || count > 0;
        int noun = counted || definite ? pairNoun(line, at, either && !lower.equals("both")) : -1;
        if (!counted && (noun < 0 || !ReferenceWords.BARE_PAIR.has(line.lower(noun)))) {
            return null;
        }
        String by = Math.max(count, 2) + possessor;
        if (noun >= 0) {
            boolean bank = either && !lower.equals("both");
            boolean own = line.lower(noun + 1).equals("of") && (bank || line.hit(noun + 2) != null);
            return own ? null : pairGroup(line, i, noun + 1, by);
        }
        boolean alone = lower.equals("both") && at == i + 1 || lower.equals("the") && count == 2;
        return alone && !noun(line, at) && !ReferenceWords.DEFINITE.has(line.lower(at)) && line.hit(at) == null
                ? pairGroup(line, i, at, "2")
                : null;
    }

    /** The index of "sides" or the like at {@code at} or after modifiers, or -1. */
    private static int pairNoun(TaggedSentence line, int at, boolean singular) {
        for (int k = at; k < at + REACH; k++) {
            boolean one =
                    singular && (line.lower(k).equals("side") || line.lower(k).equals("country"));
            if (line.has(k, WordMark.PAIR) || one) {
                return k;
            }
            if (!describes(line, k)) {
                return -1;
            }
        }
        return -1;
    }

    private static int number(String lower) {
        return switch (lower) {
            case "two" -> 2;
            case "three" -> 3;
            case "four" -> 4;
            case "five" -> 5;
            default -> 0;
        };
    }

    private MentionCandidate pairGroup(TaggedSentence line, int first, int last, String by) {
        MentionCandidate group = open(line, first, last, MentionCandidate.Open.PAIR, by);
        group.plural = true;
        HeadMatch head = line.possessive(last) ? HeadMatch.at(line, last + 1) : null;
        group.attribute = line.possessive(last) && head == null;
        group.last = head == null ? last : head.last();
        return group;
    }

    /** "the kingdom", "their country", "its neighbour", "his counterpart", "the guest". */
    private @Nullable MentionCandidate described(TaggedSentence line, int i, String lower) {
        for (int k = i + 1; k <= i + REACH; k++) {
            if (line.hit(k) != null && line.head(k) == null && !describes(line, k)) {
                return null;
            }
            if (line.has(k, WordMark.LAND) || line.has(k, WordMark.OTHER)) {
                return described(line, i, k, lower);
            }
            if (!describes(line, k) && !adjective(line, k)) {
                return null;
            }
        }
        return null;
    }

    private @Nullable MentionCandidate described(TaggedSentence line, int i, int k, String lower) {
        boolean land = line.has(k, WordMark.LAND);
        String by = possessor(line, i);
        boolean own = by.isEmpty()
                && (line.lower(k + 1).equals("of") || line.lower(k + 1).equals("from"))
                && line.hit(k + 2) != null;
        boolean compound = line.head(k + 1) != null || line.has(k + 1, WordMark.LAND) || line.hyphen(k + 1);
        boolean vague = !land && by.isEmpty() && !ReferenceWords.VISITING.has(line.lower(k));
        if (own || compound || vague || lower.equals("all") || lower.equals("that") && !land) {
            return null;
        }
        HeadMatch head = line.possessive(k + 1) ? HeadMatch.at(line, k + 2) : null;
        MentionCandidate group = open(
                line,
                i,
                head == null ? k + 1 : head.last(),
                land ? MentionCandidate.Open.LAND : MentionCandidate.Open.OTHER,
                by);
        group.noun = line.lower(k);
        group.attribute = head == null && line.possessive(k + 1);
        group.person = !land;
        return group;
    }

    /** Whether the word can stand between the article and the noun of a reference: "nuclear-armed", "Gulf", "foreign". */
    private static boolean describes(TaggedSentence line, int k) {
        FormMatch hit = line.hit(k);
        if (hit != null && hit.head() == null && !hit.is(Sense.Type.TRAP)) {
            return false;
        }
        if (line.has(k, WordMark.REGION) || line.hyphen(k)) {
            return true;
        }
        return line.has(k, WordMark.MODIFIER) && (line.hit(k) == null || line.head(k) != null);
    }

    private static boolean adjective(TaggedSentence line, int k) {
        return line.word(k)
                && line.hit(k) == null
                && line.marks(k) == 0
                && !line.capitalised(k)
                && line.lower(k).length() > 3;
    }

    /** Whether a noun, or words before one, follow. */
    private static boolean noun(TaggedSentence line, int at) {
        return line.word(at)
                && !line.has(at, WordMark.STOP)
                && !line.has(at, WordMark.ACT)
                && !line.has(at, WordMark.PREPOSITION);
    }

    private static MentionCandidate open(
            TaggedSentence line, int first, int last, MentionCandidate.Open open, String by) {
        String words = line.text(first, last).toLowerCase(Locale.ROOT);
        MentionCandidate group = new MentionCandidate(line.index(), first, last, MentionKind.REFERENCE, null, words);
        group.open = open;
        group.by = by;
        group.confidence = 0.7;
        return group;
    }
}
