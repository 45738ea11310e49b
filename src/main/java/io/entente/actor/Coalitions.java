package io.entente.actor;

import io.entente.actor.dictionary.ReferenceWords;
import io.entente.avro.MentionKind;

/** Coalitions that act for the state that leads them: "the Saudi-led coalition", "U.S.-led coalition warplanes". */
final class Coalitions {
    private final Offices offices;

    Coalitions(Offices offices) {
        this.offices = offices;
    }

    /** Takes what comes after "-led" into the group of whoever leads; false if no coalition stands there. */
    boolean led(TaggedSentence line, MentionCandidate group, int next) {
        int at = line.hyphen(next) ? next + 1 : next;
        if (!line.lower(at).equals("led")) {
            return false;
        }
        int noun = MentionGrammar.skipModifiers(line, at + 1);
        boolean coalition = ReferenceWords.COALITION.has(line.lower(noun));
        HeadMatch head = HeadMatch.at(line, coalition ? noun + 1 : noun);
        if (head != null && head.head().kind() == MentionKind.INSTITUTION && !head.idle()) {
            offices.extend(line, group, head);
            return true;
        }
        if (coalition) {
            group.last = noun + 1;
            group.kind = MentionKind.INSTITUTION;
            group.noun = line.lower(noun);
            group.entry = group.entry + " + led";
            group.attribute = line.possessive(noun + 1);
        }
        return coalition;
    }
}
