package io.entente.actor;

import io.entente.avro.ActorKind;
import io.entente.avro.MentionKind;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of a sentence that name an actor. Words that stand for two actors ("the two sides") give two mentions of the same
 * tokens.
 *
 * @param sentence index of the sentence in the document
 * @param first index of the first token in the sentence
 * @param last index after the last token
 * @param begin offset of the first UTF-16 unit in the whole text
 * @param end offset after the last unit
 * @param text the words as they stand in the text
 * @param code ISO 3166-1 alpha-3 or XKX for a country, Entente's own code for a bloc or an armed group
 * @param actorKind whether the code is a country, a bloc or an armed group
 * @param kind by what kind of words the actor is named
 * @param name canonical name of the person or body, where known
 * @param office office held at the article's date, where known; of an armed group the codes of the countries in which it has its bases
 * @param post where an envoy or a mission is posted, where known
 * @param entry the dictionary entry or the construction that matched
 * @param confidence 0 to 1
 */
public record ActorMention(
        int sentence,
        int first,
        int last,
        int begin,
        int end,
        String text,
        String code,
        ActorKind actorKind,
        MentionKind kind,
        @Nullable String name,
        @Nullable String office,
        @Nullable Post post,
        String entry,
        double confidence) {

    /** The office as it is published, for an envoy with the post: {@code ambassador to CHL}. */
    public @Nullable String role() {
        return office == null || post == null ? office : office + " to " + post.code();
    }

    /** The same words, taken for another actor. */
    public ActorMention of(String otherCode, ActorKind otherKind) {
        return new ActorMention(
                sentence,
                first,
                last,
                begin,
                end,
                text,
                otherCode,
                otherKind,
                kind,
                null,
                office,
                post,
                entry,
                confidence);
    }

    /** The code of the country that an armed group comes from; null where it comes from no one country, and for all that is not a group. */
    public @Nullable String home() {
        return actorKind == ActorKind.ARMED_GROUP && !code.startsWith("INT") ? code.substring(0, 3) : null;
    }

    /** Whether an armed group has bases in a country, so that the country may fight it on its own ground. */
    public boolean basedIn(String country) {
        return actorKind == ActorKind.ARMED_GROUP && office != null && office.contains(country);
    }
}
