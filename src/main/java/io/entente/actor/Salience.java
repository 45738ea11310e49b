package io.entente.actor;

import io.entente.avro.MentionKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives open groups their actors, going through an article in order (a centering model: subjects first, then the recent). */
final class Salience {
    private static final int REACH = 4;
    private static final Set<String> DIRECTIVES = Set.of(
            "demanded",
            "demands",
            "insisted",
            "insists",
            "requested",
            "asked",
            "asks",
            "urged",
            "urges",
            "ordered",
            "proposed",
            "wanted",
            "pressed",
            "advised",
            "told");
    private static final Set<String> FOR = Set.of("for", "in", "over", "to");
    private static final Set<String> CONDITIONS =
            Set.of("if", "unless", "when", "until", "once", "because", "while", "where");
    /** Nobody does this to what is his: "said that X shelled its posts". */
    private static final Set<String> HOSTILE = Set.of(
            "attacked",
            "attack",
            "hit",
            "shelled",
            "shell",
            "struck",
            "strike",
            "bombed",
            "bomb",
            "seized",
            "seize",
            "rammed",
            "violated",
            "violate",
            "violating",
            "entered",
            "invaded",
            "fired",
            "fire",
            "killed",
            "detained",
            "targeted",
            "threatened",
            "threaten",
            "blocked",
            "attacking",
            "shelling",
            "bombing",
            "hitting",
            "occupied",
            "occupying",
            "stormed",
            "downed",
            "shot",
            "captured",
            "arrested",
            "expelled",
            "criticised",
            "criticized",
            "rejected",
            "accepted");

    private final Lexicon lexicon;
    private final @Nullable String home;
    private final Discourse discourse;

    Salience(Lexicon lexicon, @Nullable String home) {
        this.lexicon = lexicon;
        this.home = home;
        this.discourse = new Discourse(lexicon);
    }

    /** Resolves the open groups of the next sentence. Those that stay open name nobody. */
    void read(Line line, List<Group> groups) {
        discourse.nextSentence();
        for (Group group : groups) {
            if (!group.resolved()) {
                group.codes = switch (group.open) {
                    case NONE -> List.of();
                    case OFFICE -> office(line, group);
                    case PRONOUN -> owner(line, group.by, group);
                    case PAIR -> pair(line, group);
                    case LAND -> land(line, group);
                    case OTHER -> other(line, group);
                };
            }
            if (group.resolved()) {
                discourse.note(line, group);
            }
        }
    }

    private static List<String> codes(@Nullable Group group) {
        return group == null ? List.of() : group.codes;
    }

    private List<String> first(List<String> codes) {
        return codes.isEmpty() ? codes : List.of(codes.get(0));
    }

    private List<String> office(Line line, Group group) {
        if (!group.by.isEmpty()) {
            return owner(line, group.by, group);
        }
        if (discourse.fronted() != null) {
            return List.of(discourse.fronted());
        }
        if (discourse.subject() != null) {
            return first(discourse.subject().codes);
        }
        Group same = earlier(group);
        if (same != null) {
            return same.codes;
        }
        Group before = group.person ? discourse.speaker() : discourse.before();
        if (before != null) {
            return first(before.codes);
        }
        return home != null ? List.of(home) : first(discourse.ranked(Set.of(), true));
    }

    /** The last group with the same noun, a few sentences back at most. */
    private @Nullable Group earlier(Group group) {
        List<Group> seen = discourse.seen();
        for (int i = seen.size() - 1; i >= 0 && group.sentence - seen.get(i).sentence <= REACH; i--) {
            if (seen.get(i).noun.equals(group.noun)) {
                return seen.get(i);
            }
        }
        return null;
    }

    /** Whom a pronoun stands for. */
    private List<String> owner(Line line, String pronoun, Group group) {
        Gender gender = Gender.of(pronoun);
        if (foreign(line, group)) {
            return List.of();
        }
        Group subject = discourse.subject();
        boolean directed =
                line.lower(group.first - 1).equals("that") && DIRECTIVES.contains(line.lower(group.first - 2));
        Group chosen = directed || group.object ? last(group, gender, subject) : addressed(line, group, gender);
        if (chosen == null && group.object) {
            return gender == Gender.PLURAL ? List.of() : codes(last(group, gender, null));
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
        if (chosen == null && !(gender == Gender.PLURAL && subject == null)) {
            chosen = last(group, gender, null);
        }
        if (chosen == null && gender == Gender.PERSON && subject == null && line.initial(group.first)) {
            chosen = discourse.speaker();
        }
        return gender == Gender.PLURAL ? coordinated(chosen) : codes(chosen);
    }

    /** Whom the sentence before carries over: its subject or its speaker, or the one of whom "according to the Kremlin" reminds. */
    private @Nullable Group carried(Line line, Group group, Gender gender) {
        List<Group> seen = discourse.seen();
        Group source = seen.isEmpty() ? null : seen.get(seen.size() - 1);
        if (line.lower(0).equals("according") && source != null && source.sentence == group.sentence) {
            for (int i = seen.size() - 2; i >= 0 && group.sentence - seen.get(i).sentence <= 2; i--) {
                if (gender.fits(seen.get(i)) && seen.get(i).codes.equals(source.codes)) {
                    return seen.get(i);
                }
            }
        }
        if (gender.fits(discourse.before())) {
            return discourse.before();
        }
        return gender.fits(discourse.speaker()) ? discourse.speaker() : null;
    }

    /** The one of whom something is said or asked: "praised A for its courage", "urged A to respect its promises". */
    private @Nullable Group addressed(Line line, Group group, Gender gender) {
        List<Group> seen = discourse.seen();
        for (int i = seen.size() - 1; i >= 0 && seen.get(i).sentence == group.sentence; i--) {
            Group other = seen.get(i);
            boolean object = other != discourse.subject() && !other.attribute && gender.fits(other);
            boolean near = other.last == group.first - 1 && FOR.contains(line.lower(other.last));
            int start = Discourse.start(line, other);
            boolean asked = line.lower(other.last).equals("to")
                    && group.attribute
                    && (DIRECTIVES.contains(line.lower(start - 1))
                            || line.lower(start - 1).equals("on")
                                    && line.lower(start - 2).equals("called"));
            if (object
                    && (near && line.has(start - 1, Mark.ACT)
                            || near && line.lower(start - 1).equals("hold")
                            || asked)) {
                return other;
            }
        }
        return null;
    }

    /** Whether the clause's own subject is nearer than the sentence's: "demanded that A change its constitution". */
    private boolean nearer(Line line, Group group) {
        String opener = discourse.opener();
        Group clause = discourse.clause();
        if (clause == null || clause == discourse.subject()) {
            return false;
        }
        if (CONDITIONS.contains(line.lower(group.first - 1))
                || opener.equals(";")
                || opener.equals("and")
                || opener.equals("but")
                || opener.equals("while")) {
            return true;
        }
        for (int i = clause.last; i < group.first; i++) {
            if (HOSTILE.contains(line.lower(i))) {
                return false;
            }
        }
        return group.attribute || !group.by.isEmpty() && group.open != Group.Open.PRONOUN;
    }

    /** Whether somebody who is no actor speaks: "a doctor said that he". */
    private static boolean foreign(Line line, Group group) {
        int at = group.first - 1;
        at -= line.lower(at).equals("that") ? 1 : 0;
        if (!line.has(at, Mark.ACT)) {
            return false;
        }
        at--;
        while (at > 0 && !line.covered(at) && adverb(line, at)) {
            at--;
        }
        boolean shared = line.lower(at).equals("and") || line.lower(at).equals("but");
        return line.word(at) && !line.covered(at) && !shared;
    }

    private static boolean adverb(Line line, int at) {
        String lower = line.lower(at);
        return lower.endsWith("ly") || line.has(at, Mark.STOP) && !lower.equals("and") && !lower.equals("but");
    }

    /** The last fitting group but the one of {@code not}, in this sentence or the two before. */
    private @Nullable Group last(Group group, Gender gender, @Nullable Group not) {
        List<Group> seen = discourse.seen();
        for (int i = seen.size() - 1; i >= 0 && group.sentence - seen.get(i).sentence <= 2; i--) {
            Group other = seen.get(i);
            if (other != not && gender.fits(other) && (not == null || !other.codes.equals(not.codes))) {
                return other;
            }
        }
        return null;
    }

    /** All actors of the list that the group belongs to: "Norway, Ireland and Spain said they". */
    private List<String> coordinated(@Nullable Group group) {
        List<Group> seen = discourse.seen();
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

    private List<String> pair(Line line, Group group) {
        if (ordinal(group.by)) {
            return ordinal(group);
        }
        int count = group.by.charAt(0) - '0';
        String possessor = group.by.substring(1);
        Set<String> not = possessor.isEmpty() ? Set.of() : Set.copyOf(owner(line, possessor, group));
        List<String> ranked = discourse.ranked(not, true);
        Group subject = discourse.subject();
        if (not.isEmpty() && subject != null && discourse.objectPosition(line, group)) {
            List<String> others = discourse.ranked(Set.copyOf(subject.codes), true);
            ranked = others.size() >= count ? others : ranked;
        }
        return ranked.size() < 2 ? List.of() : List.copyOf(ranked.subList(0, Math.min(count, ranked.size())));
    }

    private static boolean ordinal(String by) {
        return by.equals("former") || by.equals("latter");
    }

    /** "the former", "the latter": of the last two that were named. */
    private List<String> ordinal(Group group) {
        List<String> last = recent(group);
        return last.size() < 2 ? List.of() : List.of(last.get(group.by.equals("latter") ? 0 : 1));
    }

    /** The last two actors that were named, the last one first. */
    private List<String> recent(Group group) {
        List<Group> seen = discourse.seen();
        List<String> last = new ArrayList<>();
        for (int i = seen.size() - 1;
                i >= 0 && last.size() < 2 && group.sentence - seen.get(i).sentence <= REACH;
                i--) {
            for (int k = seen.get(i).codes.size() - 1; k >= 0 && last.size() < 2 && !ordinal(seen.get(i).by); k--) {
                String code = seen.get(i).codes.get(k);
                if (!last.contains(code)) {
                    last.add(code);
                }
            }
        }
        return last;
    }

    private List<String> land(Line line, Group group) {
        if (!group.by.isEmpty()) {
            return first(owner(line, group.by, group));
        }
        if (group.noun.equals("country") || group.noun.equals("nation") || group.noun.equals("homeland")) {
            Group near = discourse.subject() != null ? discourse.subject() : discourse.before();
            boolean country = near != null && discourse.country(near.codes.get(0));
            return country ? first(codes(near)) : first(discourse.ranked(Set.of(), true));
        }
        for (String code : discourse.ranked(Set.of(), false)) {
            Lexicon.Actor actor = lexicon.actor(code);
            boolean union = group.noun.equals("union") && (code.equals("EUU") || code.equals("AFU"));
            if (actor != null && (actor.form().contains(group.noun) || union)) {
                return List.of(code);
            }
        }
        return List.of();
    }

    private List<String> other(Line line, Group group) {
        if (group.by.isEmpty()) {
            return visit(group);
        }
        List<String> owner = owner(line, group.by, group);
        List<Group> seen = discourse.seen();
        for (int i = seen.size() - 1; i >= 0 && group.sentence - seen.get(i).sentence < REACH; i--) {
            for (String code : seen.get(i).codes) {
                if (!owner.contains(code) && discourse.country(code) && seen.get(i).kind != MentionKind.CAPITAL) {
                    return List.of(code);
                }
            }
        }
        return first(discourse.ranked(Set.copyOf(owner), true));
    }

    /** "the host" is whose capital the meeting is in, "the guest" the other one. */
    private List<String> visit(Group group) {
        String where = null;
        Set<String> people = new LinkedHashSet<>();
        for (Group other : discourse.seen()) {
            if (group.sentence - other.sentence <= REACH) {
                where = other.kind == MentionKind.CAPITAL ? other.codes.get(0) : where;
                people.addAll(other.codes);
            }
        }
        if (where == null) {
            return List.of();
        }
        if (group.noun.equals("host")) {
            return List.of(where);
        }
        people.remove(where);
        return people.size() == 1 ? List.copyOf(people) : List.of();
    }
}
