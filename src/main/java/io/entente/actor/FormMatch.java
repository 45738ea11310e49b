package io.entente.actor;

import io.entente.actor.dictionary.Sense;
import io.entente.actor.dictionary.Sense.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens that a dictionary form matches: the longest form that begins there. */
final class FormMatch {
    private final int first;
    private final int last;
    private final Sense[] senses;
    private final int types;
    private final @Nullable Sense head;

    /** @param senses what the tokens can stand for, at least one; not to be changed any more */
    FormMatch(int first, int last, Sense[] senses) {
        this.first = first;
        this.last = last;
        this.senses = senses;
        int kinds = 0;
        for (Sense sense : senses) {
            kinds |= bit(sense.type());
        }
        this.types = kinds;
        this.head = (kinds & bit(Type.HEAD)) == 0 ? null : head(senses);
    }

    /** Index of the first token in its sentence. */
    int first() {
        return first;
    }

    /** Index after the last token. */
    int last() {
        return last;
    }

    Sense[] senses() {
        return senses;
    }

    boolean is(Type type) {
        return (types & bit(type)) != 0;
    }

    private static int bit(Type type) {
        return 1 << type.ordinal();
    }

    /** The noun by which a state acts; one that means a certain state before one that means any. */
    @Nullable
    Sense head() {
        return head;
    }

    private static @Nullable Sense head(Sense[] senses) {
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
        if (is(Type.TRAP)) {
            return null;
        }
        Sense found = null;
        for (Sense sense : senses) {
            boolean names = sense.type() != Type.PERSON && sense.type() != Type.HEAD;
            if (names && sense.on(day) && (found == null || found.weak())) {
                found = sense;
            }
        }
        return found;
    }

    /** The actor of {@code sense}, and those of the same kind that the form names beside it ("the Koreas"). */
    List<String> codes(Sense sense) {
        if (senses.length == 1) {
            return sense.code() == null ? List.of() : List.of(sense.code());
        }
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
