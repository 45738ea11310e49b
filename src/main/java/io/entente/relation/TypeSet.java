package io.entente.relation;

import io.entente.avro.EventType;

/**
 * A set of event types, one bit each: reports are compared by the hundred with every statement, and by their types first.
 *
 * @param bits those at the ordinals of its types
 */
record TypeSet(long bits) {
    static final TypeSet NONE = new TypeSet(0);

    static TypeSet of(EventType... types) {
        TypeSet all = NONE;
        for (EventType type : types) {
            all = all.with(type);
        }
        return all;
    }

    TypeSet with(EventType type) {
        return new TypeSet(bits | bit(type));
    }

    TypeSet with(TypeSet more) {
        return new TypeSet(bits | more.bits);
    }

    boolean contains(EventType type) {
        return (bits & bit(type)) != 0;
    }

    /** Whether a type is in both. */
    boolean meets(TypeSet other) {
        return (bits & other.bits) != 0;
    }

    private static long bit(EventType type) {
        return 1L << type.ordinal();
    }
}
