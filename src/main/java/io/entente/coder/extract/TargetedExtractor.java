package io.entente.coder.extract;

import io.entente.actor.TaggedDocument;
import java.time.LocalDate;
import java.util.List;

/** An extractor that also finds what a text expresses toward any words, whoever or whatever they name. */
public interface TargetedExtractor extends StatementExtractor {
    /**
     * The events whose target is {@code target}. Their source is an actor, or the words that name the source, or nobody where no words do.
     *
     * @param target words as they stand in the document, from the beginning of a word to the end of one, or an actor's code
     */
    List<CodedEvent> toward(TaggedDocument document, LocalDate date, String target);
}
