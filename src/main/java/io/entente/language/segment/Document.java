package io.entente.language.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with its sentences.
 *
 * @param text the whole text: title, two line feeds, body (or the body alone)
 * @param sentences in order; what is not a sentence (a dateline, an agency's credit) lies between them
 * @param quotes what stands between double quotation marks, marks included, in order and apart; a quote may span sentences
 */
public record Document(String text, List<Sentence> sentences, List<Span> quotes) {
    public Document {
        sentences = List.copyOf(sentences);
        quotes = List.copyOf(quotes);
    }

    /** The quote in which {@code offset} lies, or null. Takes time logarithmic in the number of quotes. */
    public @Nullable Span quoteAt(int offset) {
        int low = 0;
        int high = quotes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (quotes.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < quotes.size() && quotes.get(low).contains(offset) ? quotes.get(low) : null;
    }
}
