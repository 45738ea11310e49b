package io.entente.actor;

import io.entente.actor.dictionary.ReferenceWords;
import io.entente.actor.dictionary.Sense;
import io.entente.actor.dictionary.Sense.Type;
import io.entente.actor.dictionary.WordMark;
import io.entente.avro.MentionKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds noun groups from what the dictionaries found: "Sweden's foreign ministry", "Russian President Vladimir Putin". */
final class MentionGrammar {

    private static final List<String> KOREAS = List.of("KOR", "PRK");

    private final int day;
    private final Traps traps;
    private final IntroducedPeople names;
    private final References references;
    private final Offices offices;
    private final Coalitions coalitions;
    private final Appositions appositions;
    private final List<UnknownName> unknown = new ArrayList<>();

    MentionGrammar(int day, Traps traps, IntroducedPeople names, References references) {
        this.day = day;
        this.traps = traps;
        this.names = names;
        this.references = references;
        this.offices = new Offices(day, traps, names, references);
        this.coalitions = new Coalitions(offices);
        this.appositions = new Appositions(names, this);
    }

    List<UnknownName> unknown() {
        return unknown;
    }

    /** The groups of a sentence, in order. */
    List<MentionCandidate> read(TaggedSentence line) {
        List<MentionCandidate> groups = new ArrayList<>();
        int i = 0;
        while (i < line.size()) {
            if (line.plain(i)) {
                i++;
                continue;
            }
            MentionCandidate group = at(line, i);
            if (group != null) {
                ownership(line, group);
                groups.add(group);
                line.cover(group.first, group.last);
                appositions.nameAfter(line, group);
                i = Math.max(group.last, i + 1);
            } else {
                i = skip(line, i);
            }
        }
        coordinate(line, groups);
        return groups;
    }

    /** Takes in the body or the office after a named person: "Putin's spokesman", "the Biden administration". */
    private void ownership(TaggedSentence line, MentionCandidate group) {
        if (!group.person || group.name == null || !group.resolved()) {
            return;
        }
        boolean possessive = line.possessive(group.last);
        HeadMatch head = HeadMatch.at(line, possessive ? group.last + 1 : group.last);
        boolean fits = head != null && !head.idle() && !head.head().bound();
        if (head != null && fits && (possessive || ReferenceWords.CABINET.has(head.noun()))) {
            group.name = null;
            offices.extend(line, group, head);
        }
    }

    /** Where to look next after token {@code i}, at which no group begins. */
    private int skip(TaggedSentence line, int i) {
        FormMatch hit = line.hit(i);
        if (hit != null && !hit.is(Type.HEAD)) {
            if (hit.is(Type.TRAP)) {
                traps.note(line, hit);
            }
            return hit.last();
        }
        int end =
                hit == null && line.marks(i) == 0 && line.capitalised(i) && !line.titleCase() ? names.end(line, i) : i;
        if (end > i) {
            unknown.add(new UnknownName(line, i, end, line.text(i, end)));
            return end;
        }
        return i + 1;
    }

    /** The group that begins at token {@code i}, or null. */
    @Nullable
    MentionCandidate at(TaggedSentence line, int i) {
        MentionCandidate reference = line.has(i, WordMark.REFERENCE) ? references.at(line, i) : null;
        if (reference != null) {
            return reference;
        }
        FormMatch hit = line.hit(i);
        if (hit != null && hit.is(Type.PERSON)) {
            return person(line, i, hit);
        }
        if (hit != null && !hit.is(Type.HEAD)) {
            Sense sense = traps.choose(line, hit, hit.actor(day), day);
            return sense == null || traps.idle(line, hit, sense) ? null : actor(line, hit, sense);
        }
        MentionCandidate titled = line.has(i, WordMark.HONORIFIC) ? honorific(line, i) : null;
        if (titled != null) {
            return titled;
        }
        if (hit != null || line.has(i, WordMark.MODIFIER) || line.has(i, WordMark.PRIVATE)) {
            HeadMatch head = HeadMatch.at(line, i);
            return head == null ? null : offices.bare(line, head, this);
        }
        return line.capitalised(i) ? appositions.nameAt(line, i) : null;
    }

    private @Nullable MentionCandidate person(TaggedSentence line, int first, FormMatch hit) {
        Sense sense = hit.person(day);
        if (sense == null || line.has(first - 1, WordMark.PRIVATE)) {
            return null;
        }
        MentionCandidate group =
                new MentionCandidate(line.index(), first, hit.last(), MentionKind.LEADER, null, sense.form());
        offices.holder(group, sense);
        group.attribute = line.possessive(hit.last());
        return group;
    }

    private @Nullable MentionCandidate honorific(TaggedSentence line, int i) {
        FormMatch hit = line.hit(i + 1);
        if (hit != null && hit.is(Type.PERSON)) {
            return person(line, i, hit);
        }
        int end = names.end(line, i + 1);
        IntroducedPeople.Person known = end > i + 1 ? names.known(line.text(i + 1, end)) : null;
        return known == null ? null : MentionCandidate.introduced(line, i, end, known);
    }

    /** A group that begins with a country, a capital, a bloc or a body. */
    private MentionCandidate actor(TaggedSentence line, FormMatch hit, Sense sense) {
        int next = hit.last();
        boolean possessive = line.possessive(next);
        int noun = possessive ? next + 1 : next;
        int first = hit.last() - hit.first() > 1 ? Offices.article(line, hit.first()) : hit.first();
        MentionCandidate group =
                new MentionCandidate(line.index(), first, next, kind(sense), sense.code(), sense.form());
        group.attribute = possessive;
        group.codes = hit.codes(sense);
        if (between(line, hit)) {
            group.first = hit.first() - 2;
            group.codes = KOREAS;
        }
        if (sense.type() == Type.BODY || sense.type() == Type.SEAT || sense.type() == Type.GROUP) {
            group.name = sense.name();
            group.role = sense.role();
        }
        if (hit.is(Type.PEOPLE) && !hit.is(Type.DEMONYM)) {
            group.plural = true;
            group.role = "people";
        }
        if (coalitions.led(line, group, next)) {
            return group;
        }
        HeadMatch head = line.hyphen(noun) ? null : HeadMatch.at(line, noun);
        boolean bareName = sense.type() == Type.COUNTRY && !possessive;
        if (head != null && bareName && !headline(line, head, hit.is(Type.DEMONYM))) {
            head = null;
        }
        boolean idle = head != null && (head.idle() || Offices.idle(line, hit.first() - 1));
        if (head != null && !idle) {
            offices.extend(line, group, head);
        } else if (head != null) {
            group.attribute = true;
            group.confidence = 0.5;
        } else if (!absorb(line, group, skipModifiers(line, noun))) {
            group.attribute |= sense.type() == Type.DEMONYM && nounAt(line, next);
            group.crowd = group.kind == MentionKind.DEMONYM && line.lower(next).endsWith("s");
        }
        return group;
    }

    /** "inter-Korean": between the two. */
    private static boolean between(TaggedSentence line, FormMatch hit) {
        return line.lower(hit.first()).equals("korean")
                && line.hyphen(hit.first() - 1)
                && line.lower(hit.first() - 2).equals("inter");
    }

    /** "China foreign ministry": a country's bare name before a noun, as headlines write. */
    private static boolean headline(TaggedSentence line, HeadMatch head, boolean adjective) {
        int i = head.first();
        while (i < head.last()) {
            FormMatch hit = line.hit(i);
            if (hit != null && hit.is(Type.HEAD)) {
                i = hit.last();
            } else if (line.has(i, WordMark.MODIFIER)
                    || line.possessive(i)
                    || line.hyphen(i)
                    || HeadMatch.field(line, i) > i) {
                i = Math.max(i + 1, HeadMatch.field(line, i));
            } else {
                return false;
            }
        }
        return adjective || head.last() - head.first() > 1 || !head.noun().endsWith("s");
    }

    static int skipModifiers(TaggedSentence line, int from) {
        int i = from;
        while (i < line.size() && i < from + 4 && line.has(i, WordMark.MODIFIER)) {
            i += line.hyphen(i + 1) ? 3 : 1; // "state-run"
        }
        return i;
    }

    /** Takes in a body or a person of the same actor that stands right after: "Iran's Revolutionary Guards". */
    private boolean absorb(TaggedSentence line, MentionCandidate group, int at) {
        FormMatch hit = line.hit(at);
        if (hit == null) {
            return false;
        }
        Sense person = hit.person(day);
        if (person != null && group.names(String.valueOf(person.code()))) {
            group.last = hit.last();
            offices.holder(group, person);
            group.attribute = line.possessive(hit.last());
            return true;
        }
        Sense body = hit.actor(day);
        boolean same = body != null
                && (body.type() == Type.BODY || body.type() == Type.SEAT)
                && group.names(String.valueOf(body.code()));
        if (!same || body == null) {
            return false;
        }
        group.last = hit.last();
        group.attribute = line.possessive(hit.last());
        group.kind = MentionKind.INSTITUTION;
        group.name = body.name();
        group.entry = body.form();
        HeadMatch head = HeadMatch.at(line, line.possessive(hit.last()) ? hit.last() + 1 : hit.last());
        if (head != null && !head.idle()) {
            offices.extend(line, group, head);
        }
        return true;
    }

    /** In "Tajik and Kyrgyz presidents" the first adjective has the noun of the second. */
    private static void coordinate(TaggedSentence line, List<MentionCandidate> groups) {
        for (int i = groups.size() - 2; i >= 0; i--) {
            MentionCandidate group = groups.get(i);
            MentionCandidate next = groups.get(i + 1);
            next.joined = line.joins(group.last, next.first);
            group.leads = next.joined;
            if (next.joined && group.kind == MentionKind.DEMONYM && group.role == null && !next.noun.isEmpty()) {
                boolean named = next.kind == MentionKind.PERSON || next.kind == MentionKind.LEADER;
                group.kind = named ? MentionKind.OFFICE : next.kind;
                group.role = next.role;
                group.post = next.post;
                group.noun = next.noun;
                group.person = next.person;
                group.plural = next.plural;
                group.attribute = false;
            }
        }
    }

    private static boolean nounAt(TaggedSentence line, int at) {
        return line.word(at)
                && !line.has(at, WordMark.STOP)
                && !line.has(at, WordMark.ACT)
                && !line.has(at, WordMark.PREPOSITION);
    }

    private static MentionKind kind(Sense sense) {
        return switch (sense.type()) {
            case COUNTRY -> MentionKind.COUNTRY;
            case DEMONYM, PEOPLE -> MentionKind.DEMONYM;
            case CAPITAL -> MentionKind.CAPITAL;
            case BLOC -> MentionKind.BLOC;
            case GROUP -> MentionKind.ARMED_GROUP;
            case SEAT, BODY -> MentionKind.INSTITUTION;
            default -> MentionKind.OTHER;
        };
    }
}
