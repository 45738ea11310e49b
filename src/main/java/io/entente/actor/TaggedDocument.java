package io.entente.actor;

import io.entente.language.segment.Document;
import java.util.List;

/**
 * A document with the actors that it names.
 *
 * @param document the document
 * @param mentions in order of sentence, first token and code
 * @param unresolved capitalised names that seem to act and that no dictionary knows, in order of the text
 */
public record TaggedDocument(Document document, List<ActorMention> mentions, List<String> unresolved) {
    public TaggedDocument {
        mentions = List.copyOf(mentions);
        unresolved = List.copyOf(unresolved);
    }
}
