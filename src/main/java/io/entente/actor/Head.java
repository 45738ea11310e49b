package io.entente.actor;

/** Classes of the nouns by which a state acts, from {@code heads.tsv}. */
enum Head {
    /** A body: "ministry". Any noun in lower case may stand before. */
    OPEN_ORGAN,
    /** A body: "army". */
    ORGAN,
    /** One person: "minister". Any noun in lower case may stand before. */
    OPEN_OFFICE,
    /** One person: "president". */
    OFFICE,
    /** Several or unnamed persons in office: "officials". */
    PERSONS,
    /** Troops and their weapons: "warships". */
    FORCE,
    /** Who or what represents a state abroad: "ambassador". */
    ENVOY;

    static Head of(String cell) {
        for (Head head : values()) {
            if (head.name().equalsIgnoreCase(cell.replace(' ', '_'))) {
                return head;
            }
        }
        throw new IllegalArgumentException(
                "'" + cell + "' is no class: open organ, organ, open office, office, persons, force or envoy");
    }

    boolean open() {
        return this == OPEN_ORGAN || this == OPEN_OFFICE;
    }

    boolean person() {
        return this == OPEN_OFFICE || this == OFFICE;
    }
}
