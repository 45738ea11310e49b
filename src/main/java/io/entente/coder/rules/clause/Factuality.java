package io.entente.coder.rules.clause;

import io.entente.avro.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the clauses above a clause say about it.
 *
 * @param status how its act is presented, before its own negation and modality; null if its act is not reported at all: the content of
 *     a request, a condition
 * @param voice whose words it is
 * @param counterpart whom it concerns where it names nobody: the accuser, the thanker
 * @param said whether it stands directly in what somebody says
 */
public record Factuality(@Nullable Status status, Speaker voice, List<Actor> counterpart, boolean said) {
    public static final Factuality NARRATED = new Factuality(Status.ASSERTED, Speaker.NARRATOR, List.of(), false);

    Factuality with(@Nullable Status other) {
        return new Factuality(other, voice, counterpart, said);
    }

    Factuality unsaid() {
        return said ? new Factuality(status, voice, counterpart, false) : this;
    }

    /** The same for what stands beside a clause: it is reported even where that clause itself is only announced. */
    Factuality beside() {
        return status == Status.INTENDED || status == Status.DENIED ? with(Status.ASSERTED) : this;
    }
}
