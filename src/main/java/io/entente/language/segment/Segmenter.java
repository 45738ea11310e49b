package io.entente.language.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Splits a text into sentences and these into tokens, in one pass over the text. Immutable. */
public final class Segmenter {
    /** A text without full stops is cut here, so that no sentence costs more than its length. */
    static final int LONGEST_SENTENCE = 160;

    /** The first words of the names of countries. */
    private static final Set<String> COUNTRIES = countries();

    private static final int LONGEST_HEADING = 18;
    private static final int SHORT_LINE = 60;
    private static final int LONGEST_CLOSING = 6;
    private static final Set<String> TITLE_ENDS = Set.of("...", "?", "!", "’", "\"", ")");

    /** The document made of an article's title, if it has one, and body. */
    public Document segment(@Nullable String title, String body) {
        boolean titled = title != null && !title.isBlank();
        String text = titled ? title + "\n\n" + body : body;
        Tokens tokens = Tokenizer.tokenize(text);
        List<Sentence> sentences = new ArrayList<>();
        List<Span> quotes = new ArrayList<>();
        int titleEnd = titled && title != null ? title.length() : 0;
        int paragraph = 0;
        boolean lead = true;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i == tokens.size() || hardBreak(text, tokens, paragraph, i)) {
                Tokens block = tokens.subList(paragraph, i);
                boolean title0 = block.get(0).begin() < titleEnd;
                Quotes.find(block, quotes);
                if (title0) {
                    title(block.subList(Credits.labelEnd(block), block.size()), sentences);
                } else if (!Credits.isCredit(block)) {
                    int from = lead ? Credits.datelineEnd(block) : 0;
                    boolean heading = from == 0 && heading(block, i == tokens.size());
                    from = from == 0 && lead ? Credits.labelEnd(block) : from;
                    lead &= heading || paragraph == 0 && titled(block);
                    split(block.subList(from, block.size()), heading, sentences);
                }
                paragraph = i;
            }
        }
        return new Document(text, sentences, quotes);
    }

    /** Whether a new block begins at token {@code i}: an empty line, a list item, or a line that nothing ended. */
    private static boolean hardBreak(String text, Tokens tokens, int first, int i) {
        Token before = tokens.get(i - 1);
        Token token = tokens.get(i);
        int lines = 0;
        for (int at = before.end(); at < token.begin(); at++) {
            if (text.charAt(at) == '\n') {
                lines++;
            }
        }
        if (lines != 1) {
            return lines > 1;
        }
        if (token.lower().equals("•")
                || token.lower().equals("*")
                || token.lower().equals("-")) {
            return true;
        }
        boolean open = before.word() || before.lower().equals("'");
        boolean titled = first == 0 && (open || TITLE_ENDS.contains(before.lower()));
        int line = before.end() - tokens.get(first).begin();
        return (token.capitalised() || !token.word()) && (titled ? line < 3 * SHORT_LINE : open && line < SHORT_LINE);
    }

    private static boolean heading(Tokens block, boolean last) {
        Token end = block.get(block.size() - 1);
        return block.size() <= LONGEST_HEADING
                && end.word()
                && !last
                && !end.text().endsWith(".");
    }

    /** Whether a first line may be a title although a mark ends it: "What next for Peru?". */
    private static boolean titled(Tokens block) {
        return block.size() <= LONGEST_HEADING
                && TITLE_ENDS.contains(block.get(block.size() - 1).lower());
    }

    /** A title is one sentence, whatever its marks, unless it is absurdly long. */
    private static void title(Tokens block, List<Sentence> sentences) {
        for (int first = 0; first < block.size(); first += LONGEST_SENTENCE) {
            int last = Math.min(block.size(), first + LONGEST_SENTENCE);
            sentences.add(sentence(block.subList(first, last), true));
        }
    }

    private static void split(Tokens block, boolean heading, List<Sentence> sentences) {
        int first = 0;
        for (int i = 1; i <= block.size(); i++) {
            if (i == block.size() || i - first >= LONGEST_SENTENCE || ends(block, i)) {
                sentences.add(sentence(block.subList(first, i), heading));
                first = i;
            }
        }
    }

    /** Whether a sentence ends before token {@code i}. */
    private static boolean ends(Tokens block, int i) {
        Token last = block.get(i - 1);
        if (last.word()) {
            return abbreviationEnds(last.lower(), block.get(i))
                    || BoundaryWords.DOTTED_STATE.has(last.lower()) && countryActs(block, i);
        }
        int mark = i - 1;
        while (mark > 0
                && i - mark < LONGEST_CLOSING
                && closes(block.get(mark).lower())
                && block.get(mark - 1).end() == block.get(mark).begin()) {
            mark--;
        }
        String end = block.get(mark).lower();
        Token next = block.get(i);
        boolean closed = mark < i - 1;
        if (closes(next.lower()) && block.get(i - 1).end() == next.begin()) {
            return false;
        }
        boolean begins = next.capitalised() || next.number() || opens(next.lower());
        return switch (end) {
            case "?", "!" -> begins || !closed;
            case ".", "..." ->
                begins
                        || Character.isLetter(next.text().charAt(0))
                                && !Character.isLowerCase(next.text().charAt(0));
            default -> !closed && abbreviationEnds(end, next);
        };
    }

    /** Whether the dot of an abbreviation ends the sentence, too: "in Washington, D.C. The …". */
    private static boolean abbreviationEnds(String last, Token next) {
        return last.length() > 3 && last.endsWith(".") && next.capitalised() && BoundaryWords.STARTER.has(next.lower());
    }

    /** Whether a country's name and a verb begin at token {@code i}: "condemned the U.K. France warned …". */
    private static boolean countryActs(Tokens block, int i) {
        int next = i + 1;
        while (next < block.size() && next < i + 3 && block.get(next).capitalised()) {
            next++;
        }
        if (next == block.size() || !COUNTRIES.contains(block.get(i).text())) {
            return false;
        }
        String verb = block.get(next).lower();
        return BoundaryWords.OPENING_VERB.has(verb) || verb.endsWith("ed");
    }

    private static Set<String> countries() {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Locale("", code).getDisplayCountry(Locale.ENGLISH))
                .map(name -> name.split(" ")[0])
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean closes(String mark) {
        return mark.equals("\"") || mark.equals(")") || mark.equals("]") || mark.equals("’");
    }

    private static boolean opens(String mark) {
        return mark.equals("\"") || mark.equals("(") || mark.equals("[") || mark.equals("‘") || mark.equals("–");
    }

    private static Sentence sentence(Tokens tokens, boolean heading) {
        return new Sentence(tokens.get(0).begin(), tokens.get(tokens.size() - 1).end(), tokens, heading);
    }
}
