package io.entente.actor;

import io.entente.avro.MentionKind;
import org.jspecify.annotations.Nullable;

/** What a pronoun can stand for. */
enum Gender {
    PERSON,
    THING,
    PLURAL;

    static Gender of(String pronoun) {
        return switch (pronoun) {
            case "he", "she", "him", "his", "her" -> PERSON;
            case "it", "its" -> THING;
            default -> PLURAL;
        };
    }

    /** How many sentences back the antecedent may be. */
    int reach(MentionCandidate pronoun) {
        return this == PERSON ? 2 : this == THING || pronoun.object ? 1 : 0;
    }

    boolean fits(@Nullable MentionCandidate group) {
        if (group == null) {
            return false;
        }
        boolean human = group.person || group.kind == MentionKind.LEADER || group.kind == MentionKind.PERSON;
        return switch (this) {
            case PERSON -> human && !group.plural;
            case THING -> !human && !group.plural && group.codes.size() == 1;
            case PLURAL -> group.plural || group.joined || group.leads || group.codes.size() > 1;
        };
    }
}
