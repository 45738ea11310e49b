package io.entente.language.segment;

import java.util.List;

/** Finds what stands between double quotation marks, paragraph by paragraph. */
final class Quotes {
    private Quotes() {}

    /**
     * Adds the quotes of a paragraph to {@code quotes}. One that is never closed runs to the end of the paragraph, as wire copy
     * leaves the mark out where the quote goes on in the next one.
     */
    static void find(Tokens paragraph, List<Span> quotes) {
        int open = -1;
        for (Token token : paragraph) {
            if (!token.lower().equals("\"")) {
                continue;
            }
            char mark = token.text().charAt(0);
            boolean closing = mark == '”' || mark == '»' || (mark != '“' && mark != '„' && mark != '«' && mark != '`');
            if (open < 0) {
                open = mark == '”' ? -1 : token.begin();
            } else if (closing) {
                quotes.add(new Span(open, token.end()));
                open = -1;
            }
        }
        if (open >= 0) {
            quotes.add(new Span(open, paragraph.get(paragraph.size() - 1).end()));
        }
    }
}
