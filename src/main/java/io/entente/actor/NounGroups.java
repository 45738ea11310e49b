package io.entente.actor;

import io.entente.actor.Sense.Type;
import io.entente.avro.MentionKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds noun groups from what the dictionaries found: "Sweden's foreign ministry", "Russian President Vladimir Putin". */
final class NounGroups {
    private final int day;
    private final Traps traps;
    private final Names names;
    private final References references;
    private final List<Name> unknown = new ArrayList<>();

    /** A capitalised name that nothing explains yet. */
    record Name(Line line, int first, int last, String text) {}

    NounGroups(int day, Traps traps, Names names, References references) {
        this.day = day;
        this.traps = traps;
        this.names = names;
        this.references = references;
    }

    List<Name> unknown() {
        return unknown;
    }

    /** The groups of a sentence, in order. */
    List<Group> read(Line line) {
        List<Group> groups = new ArrayList<>();
        int i = 0;
        while (i < line.size()) {
            Group group = at(line, i);
            if (group != null) {
                groups.add(group);
                i = Math.max(group.last, i + 1);
            } else {
                i = skip(line, i);
            }
        }
        coordinate(line, groups);
        return groups;
    }

    /** Where to look next behind token {@code i}, at which no group begins. */
    private int skip(Line line, int i) {
        Hit hit = line.hit(i);
        if (hit != null && !hit.is(Type.HEAD)) {
            return hit.last();
        }
        int end = hit == null && line.marks(i) == 0 && line.capitalised(i) ? names.end(line, i) : i;
        if (end > i) {
            unknown.add(new Name(line, i, end, line.text(i, end)));
            return end;
        }
        return i + 1;
    }

    @Nullable
    Group at(Line line, int i) {
        Group reference = references.at(line, i);
        if (reference != null) {
            return reference;
        }
        Hit hit = line.hit(i);
        if (hit != null && hit.is(Type.PERSON)) {
            return person(line, i, hit);
        }
        if (hit != null) {
            Sense sense = hit.actor(day);
            if (sense != null && !hit.is(Type.HEAD)) {
                return traps.idle(line, hit, sense) ? null : actor(line, hit, sense);
            }
            if (!hit.is(Type.HEAD)) {
                return null;
            }
        }
        if (line.has(i, Mark.HONORIFIC)) {
            Group titled = honorific(line, i);
            if (titled != null) {
                return titled;
            }
        }
        if (hit != null || line.has(i, Mark.MODIFIER) || line.has(i, Mark.PRIVATE)) {
            HeadMatch head = HeadMatch.at(line, i);
            return head == null ? null : office(line, head);
        }
        return line.capitalised(i) ? introduction(line, i) : null;
    }

    private @Nullable Group person(Line line, int first, Hit hit) {
        Sense sense = hit.person(day);
        if (sense == null || sense.code() == null) {
            return null;
        }
        names.introduce(sense);
        Group group = new Group(line.index(), first, hit.last(), MentionKind.LEADER, sense.code(), sense.form());
        group.name = sense.name();
        group.role = sense.role();
        group.person = true;
        group.attribute = line.possessive(hit.last());
        return group;
    }

    private @Nullable Group honorific(Line line, int i) {
        Hit hit = line.hit(i + 1);
        if (hit != null && hit.is(Type.PERSON)) {
            return person(line, i, hit);
        }
        int end = names.end(line, i + 1);
        Names.Person known = end > i + 1 ? names.known(line.text(i + 1, end)) : null;
        return known == null ? null : named(line, i, end, known);
    }

    static Group named(Line line, int first, int last, Names.Person known) {
        Group group =
                new Group(line.index(), first, last, MentionKind.PERSON, known.code(), "introduced: " + known.name());
        group.name = known.name();
        group.role = known.role();
        group.person = true;
        group.attribute = line.possessive(last);
        group.confidence = 0.9;
        return group;
    }

    /** A group that begins with a country, a capital, a bloc or a body. */
    private Group actor(Line line, Hit hit, Sense sense) {
        int next = hit.last();
        boolean possessive = line.possessive(next);
        int noun = possessive ? next + 1 : next;
        Group group = new Group(line.index(), hit.first(), next, kind(sense), sense.code(), sense.form());
        group.attribute = possessive;
        if (sense.type() == Type.BODY || sense.type() == Type.SEAT) {
            group.name = sense.name();
        }
        if (sense.type() == Type.PEOPLE && !hit.is(Type.DEMONYM)) {
            group.plural = true;
            group.role = "people";
        }
        HeadMatch head = line.hyphen(noun) ? null : HeadMatch.at(line, noun);
        if (head != null
                && sense.type() == Type.COUNTRY
                && !possessive
                && !hit.is(Type.DEMONYM)
                && !headline(line, head)) {
            head = null;
        }
        if (head != null && !head.idle()) {
            extend(line, group, head);
            return group;
        }
        if (head != null) {
            group.attribute = true;
            group.confidence = 0.5;
            return group;
        }
        if (absorb(line, group, skipModifiers(line, noun))) {
            return group;
        }
        group.attribute |= sense.type() == Type.DEMONYM && nounBehind(line, next);
        return group;
    }

    /** "China foreign ministry": a country's bare name before a noun, as headlines write. */
    private static boolean headline(Line line, HeadMatch head) {
        return head.first() == head.last() - 1 ? !head.noun().endsWith("s") : true;
    }

    private static int skipModifiers(Line line, int from) {
        int i = from;
        while (i < line.size() && i < from + 4 && line.has(i, Mark.MODIFIER)) {
            i++;
        }
        return i;
    }

    /** Takes in a body or a person of the same actor that stands right behind: "Iran's Revolutionary Guards". */
    private boolean absorb(Line line, Group group, int at) {
        Hit hit = line.hit(at);
        if (hit == null) {
            return false;
        }
        Sense person = hit.person(day);
        if (person != null && group.names(String.valueOf(person.code()))) {
            names.introduce(person);
            group.last = hit.last();
            group.kind = MentionKind.LEADER;
            group.name = person.name();
            group.role = person.role();
            group.person = true;
            group.attribute = line.possessive(hit.last());
            return true;
        }
        Sense body = hit.actor(day);
        if (body != null
                && (body.type() == Type.BODY || body.type() == Type.SEAT)
                && group.names(String.valueOf(body.code()))) {
            group.last = hit.last();
            group.kind = MentionKind.INSTITUTION;
            group.name = body.name();
            group.entry = body.form();
            HeadMatch head = HeadMatch.at(line, line.possessive(hit.last()) ? hit.last() + 1 : hit.last());
            if (head != null && !head.idle()) {
                extend(line, group, head);
            }
            return true;
        }
        return false;
    }

    /** Adds a head, the name of whoever holds the office, and where an envoy is posted. */
    private void extend(Line line, Group group, HeadMatch head) {
        group.last = head.last();
        group.kind = kind(head.head());
        group.role = head.role();
        group.noun = head.noun();
        group.person = head.head().person();
        group.plural = head.head() == Head.PERSONS
                || head.head() == Head.FORCE && head.noun().endsWith("s");
        group.entry = group.entry + " + " + head.noun();
        group.attribute = false;
        name(line, group, head);
        if (head.head() == Head.ENVOY) {
            post(line, group);
        } else if (!group.person) {
            seat(line, group);
        }
        group.attribute = line.possessive(group.last);
    }

    /** Takes in the name behind an office: "Tunisian Prime Minister Youssef Chahed". */
    private void name(Line line, Group group, HeadMatch head) {
        if (!head.head().person() && head.head() != Head.ENVOY) {
            return;
        }
        int at = group.last;
        Hit hit = line.hit(at);
        if (hit != null && hit.is(Type.PERSON)) {
            Sense person = hit.person(day);
            group.last = hit.last();
            if (person != null && (!group.resolved() || group.names(String.valueOf(person.code())))) {
                names.introduce(person);
                group.codes = person.code() == null ? group.codes : List.of(person.code());
                group.kind = MentionKind.LEADER;
                group.name = person.name();
                group.role = person.role();
                group.entry = person.form();
                return;
            }
            introduce(group, hit.senses().get(0).name());
            return;
        }
        int end = line.titleCase() ? at : names.end(line, at);
        if (end > at) {
            String name = line.text(at, end);
            String code = group.resolved() ? group.codes.get(0) : null;
            Sense titled = names.titled(name, head.noun(), code);
            group.last = end;
            if (titled != null && titled.code() != null) {
                names.introduce(titled);
                group.codes = List.of(titled.code());
                group.kind = MentionKind.LEADER;
                group.name = titled.name();
                group.role = titled.role();
            } else {
                introduce(group, name);
            }
        }
    }

    private void introduce(Group group, String name) {
        group.kind = MentionKind.PERSON;
        group.name = name;
        if (group.resolved()) {
            names.introduce(name, new Names.Person(group.codes.get(0), name, group.role));
        }
    }

    /** "Mexico's embassy in Quito", "the ambassador of Peru to Chile". */
    private void post(Line line, Group group) {
        int at = group.last;
        String word = line.lower(at);
        if (!word.equals("to") && !word.equals("in") && !word.equals("at")) {
            return;
        }
        Sense where = place(line, at + 1);
        Hit hit = line.hit(article(line, at + 1));
        if (where != null && hit != null && !group.names(String.valueOf(where.code()))) {
            group.last = hit.last();
            group.role = group.role + " to " + where.code();
        }
    }

    /** "the foreign ministry of Iran", "Ecuador's foreign ministry in Quito": the same state again. */
    private void seat(Line line, Group group) {
        Sense where = line.lower(group.last).equals("in") ? place(line, group.last + 1) : null;
        Hit hit = line.hit(article(line, group.last + 1));
        if (where != null && hit != null && group.names(String.valueOf(where.code()))) {
            group.last = hit.last();
        }
    }

    private static int article(Line line, int at) {
        return line.lower(at).equals("the") ? at + 1 : at;
    }

    private @Nullable Sense place(Line line, int at) {
        Hit hit = line.hit(article(line, at));
        Sense sense = hit == null || hit.is(Type.HEAD) ? null : hit.actor(day);
        return sense == null || hit == null || traps.idle(line, hit, sense) ? null : sense;
    }

    /** A group that begins with the noun: "the foreign ministry in Quito", "the president", "the State Department". */
    private @Nullable Group office(Line line, HeadMatch head) {
        if (head.idle()) {
            return null;
        }
        Group group = new Group(line.index(), head.first(), head.last(), kind(head.head()), null, head.noun());
        group.role = head.role();
        group.noun = head.noun();
        group.person = head.head().person();
        group.plural = head.head() == Head.PERSONS
                || head.head() == Head.FORCE && head.noun().endsWith("s");
        tail(line, group, head);
        if (!group.resolved() && head.code() != null) {
            group.codes = List.of(head.code());
            group.name = head.head() == Head.ORGAN ? head.role() : null;
        }
        name(line, group, head);
        if (!group.resolved()) {
            tail(line, group, head);
        }
        if (!group.resolved()) {
            group.open = Group.Open.OFFICE;
            group.by = references.possessor(line, head.first() - 1);
            boolean definite = line.lower(head.first() - 1).equals("the")
                    || !group.by.isEmpty()
                    || group.name != null
                    || head.head() == Head.ORGAN && line.has(head.first() - 1, Mark.STOP);
            if (!definite || head.head() == Head.FORCE && group.by.isEmpty()) {
                return null;
            }
            if (!group.by.isEmpty()) {
                group.first--;
            }
        }
        group.attribute = line.possessive(group.last);
        return group;
    }

    /** Whose it is, from what follows: "of Chile", "in Quito", "for Serbia's foreign ministry". */
    private void tail(Line line, Group group, HeadMatch head) {
        String word = line.lower(group.last);
        boolean of = word.equals("of") || word.equals("for") || word.equals("from") || word.equals("at");
        boolean in = word.equals("in") || word.equals("inside");
        if (head.head() == Head.ENVOY && (word.equals("to") || in)) {
            post(line, group);
            return;
        }
        int at = article(line, group.last + 1);
        if (of) {
            Hit hit = line.hit(at);
            Group whole = hit == null || head.head() == Head.FORCE ? null : at(line, at);
            if (whole != null
                    && whole.resolved()
                    && whole.open == Group.Open.NONE
                    && whole.kind != MentionKind.DEMONYM) {
                group.last = whole.last;
                group.codes = whole.codes;
                group.entry = group.entry + " + " + whole.entry;
                if (head.head() == Head.ENVOY) {
                    post(line, group);
                }
            }
        } else if (in) {
            Sense where = place(line, group.last + 1);
            Hit hit = line.hit(at);
            if (where != null && hit != null && (where.type() == Type.CAPITAL || where.type() == Type.PLACE)) {
                group.last = hit.last();
                group.codes = where.code() == null ? List.of() : List.of(where.code());
                group.entry = group.entry + " + " + where.form();
            }
        }
    }

    /** "N. N., Chile's deputy finance minister": who is behind the comma tells who the name is. */
    private @Nullable Group introduction(Line line, int i) {
        int end = names.end(line, i);
        if (end == i) {
            return null;
        }
        String name = line.text(i, end);
        Names.Person known = names.known(name);
        if (known != null) {
            return named(line, i, end, known);
        }
        if (end - i < 2 || !line.lower(end).equals(",")) {
            return null;
        }
        int at = article(line, end + 1);
        Hit hit = line.hit(at);
        if (hit == null && !line.has(at, Mark.MODIFIER)) {
            return null;
        }
        Group behind = at(line, at);
        if (behind == null
                || !behind.resolved()
                || !(behind.person || behind.kind == MentionKind.OFFICE)
                || behind.name != null) {
            return null;
        }
        Names.Person person = new Names.Person(behind.codes.get(0), name, behind.role);
        names.introduce(name, person);
        return named(line, i, end, person);
    }

    /** In "Tajik and Kyrgyz presidents" the first adjective has the noun of the second. */
    private static void coordinate(Line line, List<Group> groups) {
        for (int i = groups.size() - 2; i >= 0; i--) {
            Group group = groups.get(i);
            Group next = groups.get(i + 1);
            if (group.kind == MentionKind.DEMONYM
                    && "people".equals(group.role) == false
                    && !next.noun.isEmpty()
                    && joined(line, group.last, next.first)) {
                group.kind = next.kind == MentionKind.PERSON || next.kind == MentionKind.LEADER
                        ? MentionKind.OFFICE
                        : next.kind;
                group.role = next.role;
                group.noun = next.noun;
                group.person = next.person;
                group.plural = next.plural;
                group.attribute = false;
            }
        }
    }

    private static boolean joined(Line line, int from, int to) {
        boolean joint = false;
        for (int i = from; i < to; i++) {
            String lower = line.lower(i);
            if (!lower.equals(",")
                    && !lower.equals("and")
                    && !lower.equals("or")
                    && !lower.equals("&")
                    && !lower.equals("the")) {
                return false;
            }
            joint = true;
        }
        return joint;
    }

    private static boolean nounBehind(Line line, int at) {
        return line.word(at) && !line.has(at, Mark.STOP) && !line.has(at, Mark.ACT) && !line.has(at, Mark.PREPOSITION);
    }

    private static MentionKind kind(Sense sense) {
        return switch (sense.type()) {
            case COUNTRY -> MentionKind.COUNTRY;
            case DEMONYM, PEOPLE -> MentionKind.DEMONYM;
            case CAPITAL -> MentionKind.CAPITAL;
            case BLOC -> MentionKind.BLOC;
            case SEAT, BODY -> MentionKind.INSTITUTION;
            default -> MentionKind.OTHER;
        };
    }

    private static MentionKind kind(Head head) {
        return switch (head) {
            case ORGAN, OPEN_ORGAN, FORCE -> MentionKind.INSTITUTION;
            case OFFICE, OPEN_OFFICE, PERSONS, ENVOY -> MentionKind.OFFICE;
        };
    }
}
