package io.entente.actor;

import io.entente.actor.dictionary.HeadClass;
import io.entente.actor.dictionary.ReferenceWords;
import io.entente.actor.dictionary.Sense;
import io.entente.actor.dictionary.Sense.Type;
import io.entente.actor.dictionary.WordMark;
import io.entente.avro.MentionKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts of noun groups that turn on an office or a body: whose it is, who holds it, where an envoy is posted. */
final class Offices {
    private final int day;
    private final Traps traps;
    private final IntroducedPeople names;
    private final References references;

    Offices(int day, Traps traps, IntroducedPeople names, References references) {
        this.day = day;
        this.traps = traps;
        this.names = names;
        this.references = references;
    }

    /** Adds a head to the country before it, with the name of whoever holds the office, and where an envoy is posted. */
    void extend(TaggedSentence line, MentionCandidate group, HeadMatch head) {
        group.entry = group.entry + " + " + head.noun();
        describe(group, head);
        name(line, group, head);
        if (head.head().abroad()) {
            post(line, group);
        } else if (!group.person) {
            seat(line, group);
        }
        group.attribute = line.possessive(group.last);
    }

    /**
     * A group that begins with the noun: "the foreign ministry in Quito", "the president", "the State Department".
     *
     * @param grammar reads the group after "of"
     */
    @Nullable
    MentionCandidate bare(TaggedSentence line, HeadMatch head, MentionGrammar grammar) {
        boolean adjective =
                head.noun().equals("official") && (line.capitalised(head.last()) || line.hit(head.last()) != null);
        if (adjective) {
            return null;
        }
        boolean pronoun = !references.possessor(line, head.first() - 1).isEmpty();
        if (head.idle()
                || idle(line, head.first() - 1)
                || pronoun && head.head().bound()) {
            return null;
        }
        MentionCandidate group = new MentionCandidate(
                line.index(), head.first(), head.last(), head.head().kind(), null, head.noun());
        describe(group, head);
        group.by = references.possessor(line, head.first() - 1);
        if (group.by.isEmpty()) {
            owner(line, group, head, grammar);
        } else if (head.head().abroad()) {
            post(line, group);
        }
        if (!group.resolved() && head.code() != null) {
            group.codes = List.of(head.code());
            group.name = head.role();
        }
        name(line, group, head);
        if (!group.resolved() && group.by.isEmpty()) {
            owner(line, group, head, grammar);
        }
        if (!group.resolved() && group.open == MentionCandidate.Open.NONE) {
            if (head.head().bound() || !definite(line, group, head)) {
                return null;
            }
            group.open = MentionCandidate.Open.OFFICE;
            group.first -= group.by.isEmpty() ? 0 : 1;
        }
        group.attribute = line.possessive(group.last);
        return group;
    }

    /** Whether the word at {@code before} takes the person after it out of office: "former", "ex-". */
    static boolean idle(TaggedSentence line, int before) {
        return line.has(before, WordMark.PRIVATE) || line.hyphen(before) && line.has(before - 1, WordMark.PRIVATE);
    }

    private static void describe(MentionCandidate group, HeadMatch head) {
        group.last = head.last();
        group.kind = head.head().kind();
        group.role = head.role();
        group.post = null;
        group.noun = head.noun();
        group.person = head.head().person();
        group.plural = head.head() == HeadClass.PERSONS
                || head.head().force() && head.noun().endsWith("s");
        group.attribute = false;
    }

    private static boolean definite(TaggedSentence line, MentionCandidate group, HeadMatch head) {
        String before = line.lower(head.first() - 1);
        if (!group.by.isEmpty()) {
            return true;
        }
        if (head.head().force() || head.noun().equals("mission")) {
            return false;
        }
        if (before.equals("a") || before.equals("an")) {
            return ReferenceWords.SPOKESPERSON.has(head.noun()) && official(line, head);
        }
        return before.equals("the") || group.name != null || ReferenceWords.PUBLIC.has(head.noun());
    }

    private static boolean official(TaggedSentence line, HeadMatch head) {
        for (int i = head.first(); i < head.last() - 1; i++) {
            if (ReferenceWords.BODY.has(line.lower(i))) {
                return true;
            }
        }
        return false;
    }

    /** Takes in the name after an office: "Tunisian Prime Minister Youssef Chahed". */
    private void name(TaggedSentence line, MentionCandidate group, HeadMatch head) {
        if (!head.head().person()) {
            return;
        }
        int at = group.last;
        FormMatch hit = line.hit(at);
        if (hit != null && hit.is(Type.PERSON)) {
            Sense person = hit.person(day);
            group.last = hit.last();
            if (person != null && (!group.resolved() || group.names(String.valueOf(person.code())))) {
                holder(group, person);
            } else {
                introduce(group, hit.senses()[0].name());
            }
            return;
        }
        int end = line.titleCase() ? at : names.end(line, at);
        if (end > at) {
            String name = line.text(at, end);
            Sense titled = names.titled(name, head.noun(), group.resolved() ? group.codes.get(0) : null);
            group.last = end;
            if (titled != null) {
                holder(group, titled);
            } else {
                introduce(group, name);
            }
        }
    }

    /** Makes the group the one person of the dictionary who holds the office. */
    void holder(MentionCandidate group, Sense person) {
        names.introduce(person);
        group.codes = person.code() == null ? group.codes : List.of(person.code());
        group.kind = MentionKind.LEADER;
        group.name = person.name();
        group.role = person.role();
        group.post = null;
        group.entry = person.form();
        group.person = true;
        group.plural = false;
    }

    private void introduce(MentionCandidate group, String name) {
        group.kind = MentionKind.PERSON;
        group.name = name;
        IntroducedPeople.Person known = names.known(name);
        if (!group.resolved() && known != null) {
            group.codes = List.of(known.code());
        }
        if (group.resolved()) {
            names.introduce(name, new IntroducedPeople.Person(group.codes.get(0), name, group.role, group.post));
        }
    }

    /** Where an envoy is posted: "Mexico's embassy in Quito", "the ambassador of Peru to Chile". */
    private void post(TaggedSentence line, MentionCandidate group) {
        String word = line.lower(group.last);
        if (!word.equals("to") && !word.equals("in") && !word.equals("at")) {
            return;
        }
        Sense where = place(line, group.last + 1);
        if (where != null && !group.names(String.valueOf(where.code()))) {
            group.post = where.code();
        }
    }

    /** "Ecuador's foreign ministry in Quito": the same state again. */
    private void seat(TaggedSentence line, MentionCandidate group) {
        Sense where = line.lower(group.last).equals("in") ? place(line, group.last + 1) : null;
        FormMatch hit = line.hit(article(line, group.last + 1));
        if (where != null && hit != null && group.names(String.valueOf(where.code()))) {
            group.last = hit.last();
        }
    }

    static int article(TaggedSentence line, int at) {
        return line.lower(at).equals("the") ? at + 1 : at;
    }

    private @Nullable Sense place(TaggedSentence line, int at) {
        FormMatch hit = line.hit(article(line, at));
        Sense sense = hit == null || hit.is(Type.HEAD) ? null : hit.actor(day);
        return sense == null || hit == null || traps.idle(line, hit, sense) ? null : sense;
    }

    /** Whose it is, from what follows: "of Chile", "in Quito", "for Serbia's foreign ministry", "of the two countries". */
    private void owner(TaggedSentence line, MentionCandidate group, HeadMatch head, MentionGrammar grammar) {
        switch (line.lower(group.last)) {
            case "of", "for", "from", "at" -> {
                if (!head.head().force()) {
                    whole(line, group, head, grammar);
                }
            }
            case "in", "inside" -> {
                if (head.head().abroad()) {
                    post(line, group);
                } else if (!head.head().force() && !line.has(group.first - 1, WordMark.REGION)) {
                    town(line, group); // not "African leaders in Lusaka"
                }
            }
            case "to" -> {
                if (head.head().abroad()) {
                    post(line, group);
                }
            }
            default -> {}
        }
    }

    private void whole(TaggedSentence line, MentionCandidate group, HeadMatch head, MentionGrammar grammar) {
        MentionCandidate whole = references.at(line, group.last + 1);
        if (whole != null && whole.open == MentionCandidate.Open.PAIR) {
            group.open = whole.open;
            group.by = whole.by;
            group.last = whole.last;
            group.plural = true;
            group.kind = MentionKind.REFERENCE;
            return;
        }
        int at = article(line, group.last + 1);
        whole = line.hit(at) == null ? null : grammar.at(line, at);
        if (whole != null && whole.resolved() && whole.kind != MentionKind.DEMONYM) {
            group.last = whole.last;
            group.codes = whole.codes;
            group.entry = group.entry + " + " + whole.entry;
            if (head.head().abroad()) {
                post(line, group);
            }
        }
    }

    private void town(TaggedSentence line, MentionCandidate group) {
        Sense where = place(line, group.last + 1);
        FormMatch hit = line.hit(article(line, group.last + 1));
        if (where != null
                && where.code() != null
                && hit != null
                && (where.type() == Type.CAPITAL
                        || where.type() == Type.PLACE
                        || where.type() == Type.COUNTRY && !group.person)) {
            group.last = hit.last();
            group.codes = List.of(where.code());
            group.entry = group.entry + " + " + where.form();
        }
    }
}
