package io.entente.actor;

import io.entente.actor.Sense.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that a dictionary form matches: the longest form that begins there.
 *
 * @param first index of the first token in its sentence
 * @param last index behind the last token
 * @param senses what they can stand for, at least one
 */
record Hit(int first, int last, List<Sense> senses) {

    @Nullable
    Sense sense(Type type) {
        for (Sense sense : senses) {
            if (sense.type() == type) {
                return sense;
            }
        }
        return null;
    }

    boolean is(Type type) {
        return sense(type) != null;
    }

    /** The noun by which a state acts; one that means a certain state before one that means any. */
    @Nullable
    Sense head() {
        Sense found = null;
        for (Sense sense : senses) {
            if (sense.type() == Type.HEAD && (found == null || sense.code() != null)) {
                found = sense;
            }
        }
        return found;
    }

    /** The state or bloc that it names on {@code day}, or null. People and heads are none. */
    @Nullable
    Sense actor(int day) {
        Sense found = null;
        for (Sense sense : senses) {
            if (sense.type() == Type.TRAP) {
                return null;
            }
            switch (sense.type()) {
                case COUNTRY, DEMONYM, PEOPLE, CAPITAL, PLACE, SEAT, BLOC, BODY -> {
                    if (sense.on(day) && (found == null || found.weak())) {
                        found = sense;
                    }
                }
                default -> {}
            }
        }
        return found;
    }

    /** The actor of {@code sense}, and those of the same kind that the form names beside it ("the Koreas"). */
    List<String> codes(Sense sense) {
        List<String> codes = new ArrayList<>(1);
        for (Sense other : senses) {
            boolean beside = other == sense
                    || other.type() == sense.type() && !other.weak() && !sense.weak() && other.from() == sense.from();
            if (beside && other.code() != null && !codes.contains(other.code())) {
                codes.add(other.code());
            }
        }
        return codes;
    }

    /** The office that the named person holds on {@code day}, or null. */
    @Nullable
    Sense person(int day) {
        Sense found = null;
        for (Sense sense : senses) {
            if (sense.type() == Type.PERSON && sense.on(day) && (found == null || sense.from() >= found.from())) {
                found = sense;
            }
        }
        return found;
    }
}
