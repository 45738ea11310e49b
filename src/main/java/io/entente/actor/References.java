package io.entente.actor;

import io.entente.avro.MentionKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds words that stand for an actor named elsewhere: pronouns, "the two sides", "the kingdom", "its neighbour". */
final class References {
    private static final Set<String> PRONOUNS = Set.of("he", "she", "it", "they", "him", "her", "them", "its", "their");
    private static final Set<String> POSSESSORS = Set.of("his", "her", "its", "their");
    private static final Set<String> DEFINITE = Set.of("the", "his", "her", "its", "their", "that");
    private static final Set<String> NUMBERS = Set.of("two", "three", "four", "five");
    private static final Set<String> BARE_PAIR =
            Set.of("sides", "parties", "neighbours", "neighbors", "rivals", "foes", "adversaries");
    private static final Set<String> EMPTY_VERBS = Set.of(
            "was", "is", "'s", "seems", "seemed", "remains", "remained", "takes", "took", "rains", "became", "becomes");

    /** The reference that begins at token {@code i}, still open, or null. */
    @Nullable
    Group at(Line line, int i) {
        String lower = line.lower(i);
        Group group = pair(line, i, lower);
        if (group == null && DEFINITE.contains(lower)) {
            group = noun(line, i, lower);
        }
        if (group == null
                && (lower.equals("former") || lower.equals("latter"))
                && line.lower(i - 1).equals("the")
                && !noun(line, i + 1)) {
            group = open(line, i, i + 1, Group.Open.PAIR, lower);
        }
        if (group == null && PRONOUNS.contains(lower)) {
            group = pronoun(line, i, lower);
        }
        return group;
    }

    /** The possessive pronoun at token {@code i}, or an empty string. */
    String possessor(Line line, int i) {
        return POSSESSORS.contains(line.lower(i)) ? line.lower(i) : "";
    }

    private @Nullable Group pronoun(Line line, int i, String lower) {
        boolean possessive = POSSESSORS.contains(lower);
        if (possessive && HeadMatch.at(line, i + 1) != null) {
            return null;
        }
        if (lower.equals("it")
                && EMPTY_VERBS.contains(line.lower(i + 1))
                && (line.hit(i + 2) != null || empty(line, i + 2))) {
            return null;
        }
        Group group = open(line, i, i + 1, Group.Open.PRONOUN, lower);
        group.person = Set.of("he", "she", "him", "her").contains(lower);
        group.plural = Set.of("they", "them", "their").contains(lower);
        group.attribute = possessive && (!lower.equals("her") || noun(line, i + 1));
        return group;
    }

    /** "It was clear that", "it is time to": an it that stands for nothing. */
    private static boolean empty(Line line, int from) {
        for (int i = from; i < from + 4; i++) {
            if (line.lower(i).equals("that") || line.lower(i).equals("to")) {
                return true;
            }
        }
        return false;
    }

    /** "the two sides", "both countries", "its two neighbours", "the three presidents", "both". */
    private @Nullable Group pair(Line line, int i, String lower) {
        int at = i;
        String by = "2";
        boolean counted = false;
        if (lower.equals("both") || lower.equals("either") || lower.equals("neither") || lower.equals("each")) {
            at++;
            counted = true;
            by = lower.equals("each") ? "each" : "2";
            if (line.lower(at).equals("of")) {
                at++;
            }
        }
        boolean definite = DEFINITE.contains(line.lower(at)) || line.lower(at).equals("all");
        String possessor = possessor(line, at);
        at += definite ? 1 : 0;
        if (NUMBERS.contains(line.lower(at)) && (definite || counted)) {
            by = line.lower(at).equals("two") ? "2" : line.lower(at).equals("three") ? "3" : "4";
            counted = true;
            at++;
        }
        if (!counted && !(definite && BARE_PAIR.contains(line.lower(at)))) {
            return null;
        }
        boolean bare = at == i + 1 && lower.equals("both");
        for (int k = at; k < at + 4; k++) {
            boolean singular = (lower.equals("either") || lower.equals("neither") || lower.equals("each"))
                    && (line.lower(k).equals("side") || line.lower(k).equals("country"));
            if (line.has(k, Mark.PAIR) || singular) {
                if (line.lower(k + 1).equals("of") && line.hit(k + 2) != null) {
                    return null;
                }
                return pairGroup(line, i, k + 1, by, possessor);
            }
            if (!line.has(k, Mark.MODIFIER) || line.hit(k) != null && line.head(k) == null) {
                break;
            }
        }
        boolean pronoun = bare
                && (!line.word(at)
                        || line.has(at, Mark.ACT)
                        || line.has(at, Mark.STOP) && !DEFINITE.contains(line.lower(at)))
                && line.hit(at) == null;
        return pronoun ? open(line, i, at, Group.Open.PAIR, "2") : null;
    }

    private Group pairGroup(Line line, int first, int last, String by, String possessor) {
        Group group = open(line, first, last, Group.Open.PAIR, by + possessor);
        group.plural = true;
        if (line.possessive(last)) {
            HeadMatch head = HeadMatch.at(line, last + 1);
            group.attribute = head == null;
            group.last = head == null ? last : head.last();
        }
        return group;
    }

    /** "the kingdom", "their country", "its neighbour", "his counterpart". */
    private @Nullable Group noun(Line line, int i, String lower) {
        for (int k = i + 1; k < i + 4; k++) {
            boolean land = line.has(k, Mark.LAND);
            boolean other = line.has(k, Mark.OTHER);
            if (land || other) {
                if (line.has(k + 1, Mark.LAND)
                        || line.head(k + 1) != null && !line.possessive(k + 1)
                        || noun(line, k + 1)
                        || line.lower(k + 1).equals("of") && line.hit(k + 2) != null) {
                    return null;
                }
                HeadMatch head = line.possessive(k + 1) ? HeadMatch.at(line, k + 2) : null;
                int last = head == null ? k + 1 : head.last();
                boolean counterpart = other
                        && lower.equals("the")
                        && !line.lower(k).equals("guest")
                        && !line.lower(k).equals("host")
                        && !line.lower(k).equals("visitor");
                if (counterpart || lower.equals("that") && other) {
                    return null;
                }
                Group group = open(line, i, last, land ? Group.Open.LAND : Group.Open.OTHER, possessor(line, i));
                group.noun = line.lower(k);
                group.attribute = last == k + 1 && line.possessive(last);
                group.person = other;
                return group;
            }
            if (!line.has(k, Mark.MODIFIER) && !adjective(line, k)) {
                return null;
            }
        }
        return null;
    }

    private static boolean adjective(Line line, int k) {
        return line.word(k)
                && line.hit(k) == null
                && line.marks(k) == 0
                && !line.capitalised(k)
                && line.lower(k).length() > 3;
    }

    /** Whether a noun, or words before one, follow. */
    private static boolean noun(Line line, int at) {
        return line.word(at) && !line.has(at, Mark.STOP) && !line.has(at, Mark.ACT) && !line.has(at, Mark.PREPOSITION);
    }

    private static Group open(Line line, int first, int last, Group.Open open, String by) {
        Group group = new Group(
                line.index(),
                first,
                last,
                MentionKind.REFERENCE,
                null,
                line.text(first, last).toLowerCase(java.util.Locale.ROOT));
        group.open = open;
        group.by = by;
        group.confidence = 0.7;
        return group;
    }
}
