package io.entente.relation.row;

import io.entente.avro.state.SentencePart;
import org.jspecify.annotations.Nullable;

/** Words that mostly stand in a sentence, which is kept anyway. */
final class SentenceParts {
    private SentenceParts() {}

    static @Nullable SentencePart find(@Nullable String words, String sentence) {
        return words == null ? null : part(words, sentence);
    }

    static SentencePart part(String words, String sentence) {
        int at = sentence.indexOf(words);
        return at < 0 ? new SentencePart(0, 0, words) : new SentencePart(at, words.length(), null);
    }

    static @Nullable String words(@Nullable SentencePart part, String sentence) {
        return part == null ? null : read(part, sentence);
    }

    static String read(SentencePart part, String sentence) {
        return part.getText().orElseGet(() -> sentence.substring(part.getAt(), part.getAt() + part.getLength()));
    }
}
