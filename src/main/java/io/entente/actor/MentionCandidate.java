package io.entente.actor;

import io.entente.avro.MentionKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A noun group that names an actor, while the article is being read: who is meant may still be open. */
final class MentionCandidate {
    final int sentence;
    int first;
    int last;
    MentionKind kind;
    String entry;
    List<String> codes;

    @Nullable
    String name;

    @Nullable
    String role;

    /** Where an envoy or a mission is posted: the code of a country or bloc. */
    @Nullable
    String post;

    double confidence = 1;
    /** The noun that it turns on ("ministry"), in lower case; empty where there is none. */
    String noun = "";
    /** One person, or several persons or troops. */
    boolean person;

    boolean plural;
    /** Stands after a comma or a conjunction and the group before it, with nothing between. */
    boolean joined;
    /** The next group is joined to it. */
    boolean leads;
    /** A verb stands before it, so that the sentence is about something else. */
    boolean afterVerb;
    /** Stands before a noun as an adjective or a possessive. */
    boolean attribute;
    /** An adjective before people who are not officials: "Polish reporters". */
    boolean crowd;
    /** A pronoun that something is done to. */
    boolean object;
    /** What decides who is meant, if no code is known yet. */
    Open open = Open.NONE;
    /** The pronoun or number word that decides it. */
    String by = "";

    enum Open {
        NONE,
        OFFICE,
        PRONOUN,
        PAIR,
        LAND,
        OTHER
    }

    MentionCandidate(int sentence, int first, int last, MentionKind kind, @Nullable String code, String entry) {
        this.sentence = sentence;
        this.first = first;
        this.last = last;
        this.kind = kind;
        this.codes = code == null ? List.of() : List.of(code);
        this.entry = entry;
    }

    boolean resolved() {
        return !codes.isEmpty();
    }

    boolean names(String code) {
        return codes.contains(code);
    }

    /** The name of somebody whose office the article gives. */
    static MentionCandidate introduced(TaggedSentence line, int first, int last, IntroducedPeople.Person known) {
        MentionCandidate group = new MentionCandidate(
                line.index(), first, last, MentionKind.PERSON, known.code(), "introduced: " + known.name());
        group.name = known.name();
        group.role = known.role();
        group.post = known.post();
        group.person = true;
        group.attribute = line.possessive(last);
        group.confidence = 0.9;
        return group;
    }
}
