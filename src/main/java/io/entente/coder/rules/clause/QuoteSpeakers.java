package io.entente.coder.rules.clause;

import io.entente.language.segment.Document;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Span;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Who speaks where a quote fills a whole sentence: whoever is named where it ends, or else who spoke last. */
public final class QuoteSpeakers {
    private static final int REACH = 6;

    private final Document document;
    private final IntFunction<@Nullable FactualityResolver> contexts;
    private Speaker last = Speaker.NARRATOR;
    private int closing = -1;
    private Speaker closingVoice = Speaker.NARRATOR;

    /**
     * The speakers of {@code document}.
     *
     * @param contexts the contexts of the sentence with that index, or null if it names no actor
     */
    public QuoteSpeakers(Document document, IntFunction<@Nullable FactualityResolver> contexts) {
        this.document = document;
        this.contexts = contexts;
    }

    /** Whose words the sentence with index {@code i} is in as a whole; the narrator's if it is not a quote. */
    public Speaker outer(int i) {
        Span quote = filling(document.sentences().get(i));
        if (quote == null) {
            return Speaker.NARRATOR;
        }
        int end = i;
        while (end - i < REACH
                && end + 1 < document.sentences().size()
                && document.sentences().get(end + 1).begin() < quote.end()) {
            end++;
        }
        boolean attributed =
                end > i && end - i < REACH && document.sentences().get(end).end() > quote.end();
        Speaker named = attributed ? closing(end) : Speaker.NARRATOR;
        return named.narrator() ? last : named;
    }

    /** Who speaks in the sentence in which a quote ends; all sentences of the quote ask for it. */
    private Speaker closing(int end) {
        if (end != closing) {
            FactualityResolver found = contexts.apply(end);
            closing = end;
            closingVoice = found == null ? Speaker.NARRATOR : found.last();
        }
        return closingVoice;
    }

    /** Whether the sentence with index {@code i} is in a quote as a whole. */
    public boolean quotes(int i) {
        return filling(document.sentences().get(i)) != null;
    }

    /** Notes who spoke in the sentence that was coded last. */
    public void heard(Speaker voice) {
        last = voice;
    }

    private @Nullable Span filling(Sentence sentence) {
        Span quote = document.quoteAt(sentence.begin());
        return quote != null && sentence.end() <= quote.end() ? quote : null;
    }
}
