package io.entente.actor;

import io.entente.actor.dictionary.HeadClass;
import io.entente.actor.dictionary.Sense;
import io.entente.actor.dictionary.WordMark;
import org.jspecify.annotations.Nullable;

/**
 * The noun by which a state acts, with the words before it: "deputy foreign MINISTER".
 *
 * @param line the sentence
 * @param first index of the first token, a modifier or the noun
 * @param last index after the last token
 * @param head class of the noun
 * @param noun the noun in lower case
 * @param code whom it means where no country stands with it, or null
 * @param idle whether it is a person of the state no more, or none of the state ("former", "opposition")
 */
record HeadMatch(
        TaggedSentence line, int first, int last, HeadClass head, String noun, @Nullable String code, boolean idle) {

    private static final int LONGEST = 7;

    /** All its words as they stand. */
    String role() {
        return line.text(first, last);
    }

    /** The head that begins at token {@code from}, with modifiers or without; null if there is none. */
    static @Nullable HeadMatch at(TaggedSentence line, int from) {
        boolean idle = false;
        int unknown = 0;
        boolean adjectives = true;
        for (int i = from; i < line.size() && i - from < LONGEST; i++) {
            Sense head = line.head(i);
            FormMatch hit = line.hit(i);
            if (head != null && hit != null && line.hyphen(hit.last())) {
                i = hit.last() + 1; // "state-run"
                continue;
            }
            if (head != null && hit != null) {
                if (line.lower(i).equals("state") && line.lower(hit.last()).equals("of")) {
                    return null;
                }
                HeadMatch match = chain(line, from, hit, head, idle);
                return unknown == 0 || adjectives || match.head.open() ? match : null;
            }
            if (line.has(i, WordMark.PRIVATE)) {
                idle = true;
            } else if (!line.has(i, WordMark.MODIFIER) && !line.hyphen(i)) {
                if (!plainNoun(line, i) || ++unknown > 2) {
                    return null;
                }
                adjectives &= adjective(line.lower(i));
            }
        }
        return null;
    }

    /** Follows "foreign ministry spokesman", "coast guard ships" and "ministry of foreign affairs" to the last noun. */
    private static HeadMatch chain(TaggedSentence line, int first, FormMatch found, Sense sense, boolean idle) {
        FormMatch hit = found;
        Sense head = sense;
        int last = field(line, hit.last());
        while (true) {
            int next = line.possessive(last) ? last + 1 : last;
            while (next < line.size() && line.has(next, WordMark.MODIFIER) && line.head(next) == null) {
                next++;
            }
            FormMatch more = line.hit(next);
            Sense noun = line.head(next);
            if (more == null || noun == null || next > last && verbal(line, next)) {
                String word = line.lower(hit.last() - 1);
                String code = head.code() == null && sense.code() != null ? sense.code() : head.code();
                return new HeadMatch(line, first, last, HeadClass.valueOf(head.name()), word, code, idle);
            }
            hit = more;
            head = noun;
            last = field(line, hit.last());
        }
    }

    /** The end of "of Foreign Affairs" or "for European integration" after a head. */
    static int field(TaggedSentence line, int at) {
        if (!line.lower(at).equals("of") && !line.lower(at).equals("for")) {
            return at;
        }
        int end = at;
        for (int i = at + 1; i < line.size() && i < at + 7; i++) {
            if (line.has(i, WordMark.MODIFIER) && line.head(i) == null
                    || line.lower(i).equals("state")
                    || line.lower(i).equals("parliament")) {
                end = i + 1;
            } else if (!line.lower(i).equals("the")
                    && !line.lower(i).equals("and")
                    && !line.lower(i).equals(",")) {
                break;
            }
        }
        return end;
    }

    private static boolean verbal(TaggedSentence line, int at) {
        return switch (line.lower(at)) {
            case "forces", "guards", "heads", "shells", "fires" -> true;
            default -> false;
        };
    }

    private static boolean plainNoun(TaggedSentence line, int i) {
        return line.word(i)
                && line.hit(i) == null
                && !line.capitalised(i)
                && !line.has(i, WordMark.STOP)
                && !line.has(i, WordMark.ACT)
                && !line.has(i, WordMark.PREPOSITION);
    }

    private static boolean adjective(String word) {
        return word.endsWith("al")
                || word.endsWith("ic")
                || word.endsWith("ary")
                || word.endsWith("ive")
                || word.endsWith("ous")
                || word.endsWith("ist")
                || word.endsWith("ly");
    }
}
