package io.entente.statement;

import io.entente.avro.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the clauses above a clause say about it.
 *
 * @param status how its act is presented, before its own negation and modality; null if its act is not told at all: the content of
 *     a request, a condition
 * @param voice whose words it is
 * @param counterpart whom it concerns where it names nobody: the accuser, the thanker
 * @param said whether it stands directly in what somebody says
 */
record Context(@Nullable Status status, Voice voice, List<Actor> counterpart, boolean said) {
    static final Context NARRATED = new Context(Status.ASSERTED, Voice.NARRATOR, List.of(), false);

    Context with(@Nullable Status other) {
        return new Context(other, voice, counterpart, said);
    }

    Context unsaid() {
        return said ? new Context(status, voice, counterpart, false) : this;
    }
}
