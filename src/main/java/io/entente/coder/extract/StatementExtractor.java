package io.entente.coder.extract;

import io.entente.actor.TaggedDocument;
import java.time.LocalDate;
import java.util.List;

/**
 * Finds events in documents. Extractors form a chain, in the order in which {@code entente.coder} names them: each is given what those
 * before it found, so that it can use, correct or drop it. Implementations are immutable, may be shared between threads, and give the same
 * events for the same input.
 */
public interface StatementExtractor extends AutoCloseable {
    /** The name by which {@code entente.coder} chooses it, e.g. {@code rules}. */
    String name();

    /**
     * The events of a document.
     *
     * @param document an English text with the actors that it names
     * @param date the day on which it was published (UTC)
     * @param earlier what the extractors before this one found, in the order of the text
     * @return the events that hold after this extractor, in the order of the text: those of {@code earlier} that it keeps, changed or
     *     not, and its own
     */
    List<CodedEvent> extract(TaggedDocument document, LocalDate date, List<CodedEvent> earlier);

    /** Frees what it holds outside the heap; nothing by default. It is not used afterwards. */
    @Override
    default void close() {}
}
