package io.entente.actor;

import io.entente.language.segment.Document;
import java.time.LocalDate;

/** Finds the actors that a text names. Implementations are immutable and may be shared between threads. */
public interface ActorTagger {

    /**
     * What {@code document} names, resolved at {@code date} (UTC): people by the office that they held then, states by those
     * that existed then.
     */
    TaggedDocument tag(Document document, LocalDate date);
}
