package io.entente.relation;

import io.entente.avro.EventType;

/**
 * A set of event types, one bit each: reports are compared by the hundred with every statement, and by their types first.
 *
 * @param bits those at the ordinals of its types
 */
record EventTypes(long bits) {
    static final EventTypes NONE = new EventTypes(0);

    static EventTypes of(EventType... types) {
        EventTypes all = NONE;
        for (EventType type : types) {
            all = all.with(type);
        }
        return all;
    }

    EventTypes with(EventType type) {
        return new EventTypes(bits | bit(type));
    }

    EventTypes with(EventTypes more) {
        return new EventTypes(bits | more.bits);
    }

    boolean contains(EventType type) {
        return (bits & bit(type)) != 0;
    }

    /** Whether a type is in both. */
    boolean meets(EventTypes other) {
        return (bits & other.bits) != 0;
    }

    private static long bit(EventType type) {
        return 1L << type.ordinal();
    }
}
