package io.entente.actor.dictionary;

import io.entente.avro.MentionKind;

/** Classes of the nouns by which a state acts, from {@code heads.tsv}. */
public enum HeadClass {
    /** A body: "army". */
    ORGAN,
    /** A body before whose noun any other may stand: "irrigation ministry". */
    OPEN_ORGAN,
    /** A body that a bare "the" does not make one of a state: "Chinese side", but not "the side". */
    BOUND_ORGAN,
    /** Both: "electoral commission". */
    BOUND_OPEN_ORGAN,
    /** One person: "president". */
    OFFICE,
    /** One person before whose noun any other may stand: "irrigation minister". */
    OPEN_OFFICE,
    /** Several or unnamed persons in office: "officials". */
    PERSONS,
    /** Troops and their weapons: "warships". */
    FORCE,
    /** Positions and the like, which only a country's name makes a state's: "Armenian posts". */
    BOUND_FORCE,
    /** Who represents a state abroad: "ambassador". */
    ENVOY,
    /** What represents a state abroad: "embassy". */
    MISSION;

    public boolean open() {
        return this == OPEN_ORGAN || this == OPEN_OFFICE || this == BOUND_OPEN_ORGAN;
    }

    public boolean bound() {
        return this == BOUND_ORGAN || this == BOUND_OPEN_ORGAN || this == BOUND_FORCE;
    }

    public boolean force() {
        return this == FORCE || this == BOUND_FORCE;
    }

    public boolean abroad() {
        return this == ENVOY || this == MISSION;
    }

    /** Whether it is one person, whose name may follow. */
    public boolean person() {
        return this == OPEN_OFFICE || this == OFFICE || this == ENVOY;
    }

    public MentionKind kind() {
        return switch (this) {
            case OFFICE, OPEN_OFFICE, PERSONS, ENVOY -> MentionKind.OFFICE;
            default -> MentionKind.INSTITUTION;
        };
    }
}
