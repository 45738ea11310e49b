package io.entente.actor;

import io.entente.actor.dictionary.ReferenceWords;
import io.entente.actor.dictionary.WordMark;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom a pronoun stands for: the subject first, unless a clause of its own, an addressee or hostility speaks against it. */
public final class Pronouns {
    private final SalienceState discourse;

    Pronouns(SalienceState discourse) {
        this.discourse = discourse;
    }

    /** Whom a pronoun stands for. */
    List<String> owner(TaggedSentence line, String pronoun, MentionCandidate group) {
        if (pronoun.equals("whose")) {
            return described(line, group);
        }
        Gender gender = Gender.of(pronoun);
        if (foreign(line, group)) {
            return List.of();
        }
        MentionCandidate subject = discourse.subject();
        boolean directed = line.lower(group.first - 1).equals("that") && line.has(group.first - 2, WordMark.DIRECTIVE);
        MentionCandidate chosen =
                directed || group.object ? last(group, gender, subject) : addressed(line, group, gender);
        if (chosen == null && group.object) {
            return gender == Gender.PLURAL ? crowd(group) : codes(last(group, gender, null));
        }
        if (chosen == null && nearer(line, group) && gender.fits(discourse.clause())) {
            chosen = discourse.clause();
        }
        if (chosen == null && gender.fits(subject)) {
            chosen = subject;
        }
        if (chosen == null && subject == null) {
            chosen = carried(line, group, gender);
        }
        boolean carry = gender == Gender.PERSON || subject != null || !line.initial(group.first);
        if (chosen == null && carry) {
            chosen = last(group, gender, null);
        }
        if (chosen == null && gender == Gender.PERSON && subject == null && line.initial(group.first)) {
            chosen = discourse.speaker();
        }
        return gender == Gender.PLURAL ? coordinated(chosen) : codes(chosen);
    }

    /** "X, whose minister …": what stands right before it. */
    private List<String> described(TaggedSentence line, MentionCandidate group) {
        List<MentionCandidate> seen = discourse.seen();
        MentionCandidate before = seen.isEmpty() ? null : seen.get(seen.size() - 1);
        boolean near = before != null
                && before.sentence == group.sentence
                && group.first - before.last <= 2
                && line.lower(group.first - 1).equals(",");
        return near ? codes(before) : List.of();
    }

    /** Whom the sentence before carries over: its subject or its speaker, or the one of whom "according to the Kremlin" reminds. */
    private @Nullable MentionCandidate carried(TaggedSentence line, MentionCandidate group, Gender gender) {
        List<MentionCandidate> seen = discourse.seen();
        MentionCandidate source = seen.isEmpty() ? null : seen.get(seen.size() - 1);
        if (line.lower(0).equals("according") && source != null && source.sentence == group.sentence) {
            for (int i = seen.size() - 2; i >= 0 && group.sentence - seen.get(i).sentence <= 2; i--) {
                if (gender.fits(seen.get(i)) && seen.get(i).codes.equals(source.codes)) {
                    return seen.get(i);
                }
            }
        }
        if (fresh(discourse.before(), group, gender)) {
            return discourse.before();
        }
        return fresh(discourse.speaker(), group, gender) ? discourse.speaker() : null;
    }

    /** Whether a group is still in mind: a thing only if the sentence before was about it. */
    private static boolean fresh(@Nullable MentionCandidate other, MentionCandidate group, Gender gender) {
        boolean near = other != null && other.sentence == group.sentence - 1 && !other.afterVerb;
        return gender.fits(other) && (gender != Gender.THING || near);
    }

    /** The one of whom something is said or asked: "praised A for its courage", "urged A to respect its promises". */
    private @Nullable MentionCandidate addressed(TaggedSentence line, MentionCandidate group, Gender gender) {
        List<MentionCandidate> seen = discourse.seen();
        for (int i = seen.size() - 1; i >= 0 && seen.get(i).sentence == group.sentence; i--) {
            MentionCandidate other = seen.get(i);
            boolean object = other != discourse.subject() && !other.attribute && gender.fits(other);
            boolean near = other.last == group.first - 1 && ReferenceWords.FOR.has(line.lower(other.last));
            int start = SalienceState.start(line, other);
            boolean asked = line.lower(other.last).equals("to")
                    && group.attribute
                    && (line.has(start - 1, WordMark.DIRECTIVE)
                            || line.lower(start - 1).equals("on")
                                    && line.lower(start - 2).equals("called"));
            if (object
                    && (near && line.has(start - 1, WordMark.ACT)
                            || near && line.lower(start - 1).equals("hold")
                            || asked)) {
                return other;
            }
        }
        return null;
    }

    /** Whether the clause's own subject is nearer than the sentence's: "demanded that A change its constitution". */
    private boolean nearer(TaggedSentence line, MentionCandidate group) {
        String opener = discourse.opener();
        MentionCandidate clause = discourse.clause();
        if (clause == null || clause == discourse.subject()) {
            return false;
        }
        if (ReferenceWords.CONDITION.has(line.lower(group.first - 1))
                || opener.equals(";")
                || opener.equals("and")
                || opener.equals("but")
                || opener.equals("while")) {
            return true;
        }
        for (int i = clause.last; i < group.first; i++) {
            if (line.has(i, WordMark.HOSTILE)) {
                return false;
            }
        }
        return group.attribute || !group.by.isEmpty() && group.open != MentionCandidate.Open.PRONOUN;
    }

    /** Whether somebody who is not an actor speaks: "a doctor said that he". */
    private static boolean foreign(TaggedSentence line, MentionCandidate group) {
        int at = group.first - 1;
        at -= line.lower(at).equals("that") ? 1 : 0;
        if (!line.has(at, WordMark.ACT)) {
            return false;
        }
        at--;
        while (at > 0 && !line.covered(at) && adverb(line, at)) {
            at--;
        }
        boolean shared = line.lower(at).equals("and") || line.lower(at).equals("but");
        return line.word(at) && !line.covered(at) && !shared;
    }

    private static boolean adverb(TaggedSentence line, int at) {
        String lower = line.lower(at);
        return lower.endsWith("ly") || line.has(at, WordMark.STOP) && !lower.equals("and") && !lower.equals("but");
    }

    /** The last fitting group but the one of {@code not}, in this sentence or the two before. */
    private @Nullable MentionCandidate last(MentionCandidate group, Gender gender, @Nullable MentionCandidate not) {
        List<MentionCandidate> seen = discourse.seen();
        int reach = gender.reach(group);
        for (int i = seen.size() - 1; i >= 0 && group.sentence - seen.get(i).sentence <= reach; i--) {
            MentionCandidate other = seen.get(i);
            if (other != not && gender.fits(other) && (not == null || !other.codes.equals(not.codes))) {
                return other;
            }
        }
        return null;
    }

    /** The people of a state who have just been spoken of: "two Polish reporters … holding them". */
    private List<String> crowd(MentionCandidate group) {
        List<MentionCandidate> seen = discourse.seen();
        for (int i = seen.size() - 1; i >= 0 && group.sentence - seen.get(i).sentence <= 1; i--) {
            if (seen.get(i).crowd) {
                return seen.get(i).codes;
            }
        }
        return List.of();
    }

    /** All actors of the list that the group belongs to: "Norway, Ireland and Spain said they". */
    private List<String> coordinated(@Nullable MentionCandidate group) {
        List<MentionCandidate> seen = discourse.seen();
        int at = group == null ? -1 : seen.lastIndexOf(group);
        if (at < 0) {
            return List.of();
        }
        int from = at;
        while (from > 0 && seen.get(from).joined && seen.get(from - 1).sentence == seen.get(from).sentence) {
            from--;
        }
        int to = at;
        while (to + 1 < seen.size() && seen.get(to + 1).joined && seen.get(to + 1).sentence == seen.get(to).sentence) {
            to++;
        }
        Set<String> codes = new LinkedHashSet<>();
        for (int i = from; i <= to; i++) {
            codes.addAll(seen.get(i).codes);
        }
        return List.copyOf(codes);
    }

    private static List<String> codes(@Nullable MentionCandidate group) {
        return group == null ? List.of() : group.codes;
    }
}
