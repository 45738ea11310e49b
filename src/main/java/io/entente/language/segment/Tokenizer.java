package io.entente.language.segment;

import java.util.Arrays;
import java.util.Locale;

/**
 * Cuts a text into words, numbers and marks in one pass. Possessive {@code 's} and a bare possessive apostrophe, the parts of
 * contractions, hyphens and the parts of a compound are tokens of their own; "U.S." and "Gen." keep their dots; markup and
 * invisible characters are skipped.
 */
final class Tokenizer {
    private static final int MARKUP = 200;

    private final String source;
    private final char[] text;
    private Token[] tokens;
    private int size;
    private int openSingle;

    private Tokenizer(String text) {
        this.source = text;
        this.text = text.toCharArray();
        this.tokens = new Token[text.length() / 5 + 8];
    }

    static Tokens tokenize(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        int at = 0;
        while (at < text.length()) {
            at = tokenizer.next(at);
        }
        return Tokens.of(tokenizer.tokens, tokenizer.size);
    }

    private int next(int at) {
        char c = text[at];
        if (c <= ' ' || invisible(c)) {
            if (c == '\n') {
                openSingle = 0;
            }
            return at + 1;
        }
        if (Character.isLetter(c)) {
            return word(at);
        }
        if (Character.isDigit(c)) {
            return number(at);
        }
        if (c == '<' || c == '&') {
            int end = c == '<' ? markupEnd(at) : entityEnd(at);
            if (end > at) {
                return end;
            }
        }
        if (apostrophe(c)) {
            return single(at);
        }
        return mark(at);
    }

    private int word(int at) {
        int acronym = acronymEnd(at);
        if (acronym > at) {
            return add(at, acronym);
        }
        int end = at + 1;
        while (end < text.length && (wordPart(text[end]) || innerApostrophe(at, end))) {
            end++;
        }
        if (end - at > 2 && text[end - 1] == 't' && apostrophe(text[end - 2]) && lower(end - 3) == 'n') {
            add(at, end - 3);
            return add(end - 3, end);
        }
        if (end < text.length && text[end] == '.' && end - at <= 6 && dotted(at, end)) {
            return add(at, end + 1);
        }
        return add(at, end);
    }

    /** An apostrophe between letters belongs to the word ("Shi'ite", "d'affaires", "don't") unless it begins an ending. */
    private boolean innerApostrophe(int begin, int at) {
        if (!apostrophe(text[at]) || at + 1 >= text.length || !Character.isLetter(text[at + 1])) {
            return false;
        }
        int end = at + 1;
        while (end < text.length && end - at < 4 && wordPart(text[end])) {
            end++;
        }
        return at > begin
                && !BoundaryWords.CLITIC.has(source.substring(at + 1, end).toLowerCase(Locale.ROOT));
    }

    /** The end of "U.S.", "U.S", "a.m." or an initial such as "J." before a name, or {@code at} if there is none. */
    private int acronymEnd(int at) {
        int end = at;
        int letters = 0;
        while (end + 1 < text.length && Character.isLetter(text[end]) && text[end + 1] == '.') {
            end += 2;
            letters++;
        }
        boolean dotless = letters == 1 && end < text.length && "UE".indexOf(text[at]) >= 0;
        if (letters >= 2 || dotless && undotted(end)) {
            return letters >= 2 ? end : end + 1;
        }
        boolean initial = letters == 1
                && Character.isUpperCase(text[at])
                && end + 1 < text.length
                && (text[end] == ' ' ? Character.isUpperCase(text[end + 1]) : name(end));
        return initial ? end : at;
    }

    /** Whether one capital stands at {@code at}, as in "the U.S and". */
    private boolean undotted(int at) {
        return Character.isUpperCase(text[at]) && (at + 1 == text.length || !wordPart(text[at + 1]));
    }

    /** Whether a name follows an initial at once, as in "N.Korea". */
    private boolean name(int at) {
        return Character.isUpperCase(text[at]) && Character.isLowerCase(text[at + 1]);
    }

    private boolean dotted(int begin, int end) {
        String word = source.substring(begin, end).toLowerCase(Locale.ROOT);
        if (word.equals("no")) {
            return end + 2 < text.length && Character.isDigit(text[end + 2]);
        }
        return BoundaryWords.ABBREVIATION.has(word);
    }

    private int number(int at) {
        int end = at + 1;
        while (end < text.length && (wordPart(text[end]) || decimalPoint(end))) {
            end++;
        }
        return add(at, end);
    }

    private boolean decimalPoint(int at) {
        char c = text[at];
        return (c == '.' || c == ',')
                && at + 1 < text.length
                && Character.isDigit(text[at - 1])
                && Character.isDigit(text[at + 1]);
    }

    /** An apostrophe outside a word: an ending, a possessive mark, or a single quotation mark. */
    private int single(int at) {
        boolean behindLetter = at > 0 && Character.isLetterOrDigit(text[at - 1]);
        int end = at + 1;
        while (end < text.length && end - at < 4 && wordPart(text[end])) {
            end++;
        }
        if (behindLetter
                && end > at + 1
                && BoundaryWords.CLITIC.has(source.substring(at + 1, end).toLowerCase(Locale.ROOT))) {
            return add(at, end);
        }
        if (!behindLetter) {
            openSingle++;
        } else if (openSingle > 0) {
            openSingle--;
            add(source.substring(at, at + 1), "’", at);
            return at + 1;
        }
        add(source.substring(at, at + 1), behindLetter ? "'" : "‘", at);
        return at + 1;
    }

    private int mark(int at) {
        char c = text[at];
        int end = at + 1;
        if (Character.isHighSurrogate(c) && end < text.length && Character.isLowSurrogate(text[end])) {
            return add(at, end + 1);
        }
        if ((c == '-' || c == '.' || c == '`') && end < text.length && text[end] == c) {
            while (end < text.length && text[end] == c) {
                end++;
            }
        }
        String mark = source.substring(at, end);
        add(mark, plain(c, mark), at);
        return end;
    }

    private static String plain(char c, String mark) {
        return switch (c) {
            case '“', '”', '„', '«', '»', '"' -> "\"";
            case '`' -> mark.length() > 1 ? "\"" : "‘";
            case '—', '–', '―' -> "–";
            case '-', '‐', '‑' -> mark.length() > 1 ? "–" : "-";
            case '…' -> "...";
            case ',' -> ",";
            case '.' -> mark.length() > 1 ? "..." : ".";
            default -> mark;
        };
    }

    private int add(int begin, int end) {
        String word = source.substring(begin, end);
        add(word, lowered(word), begin);
        return end;
    }

    private void add(String word, String lower, int begin) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size * 2);
        }
        tokens[size++] = new Token(word, lower, begin, begin + word.length());
    }

    private static String lowered(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 128 || (c >= 'A' && c <= 'Z')) {
                return word.toLowerCase(Locale.ROOT)
                        .replace('’', '\'')
                        .replace('ʼ', '\'')
                        .replace("\u00AD", "");
            }
        }
        return word;
    }

    private int markupEnd(int at) {
        if (at + 1 >= text.length) {
            return at;
        }
        char next = text[at + 1];
        if (!Character.isLetter(next) && next != '/' && next != '!') {
            return at;
        }
        int limit = Math.min(text.length, at + MARKUP);
        for (int i = at + 1; i < limit; i++) {
            char c = text[i];
            if (c == '>') {
                return i + 1;
            }
            if (c == '<') {
                return at;
            }
        }
        return at;
    }

    private int entityEnd(int at) {
        int limit = Math.min(text.length, at + 10);
        for (int i = at + 1; i < limit; i++) {
            char c = text[i];
            if (c == ';') {
                return i > at + 1 ? i + 1 : at;
            }
            if (!Character.isLetterOrDigit(c) && c != '#') {
                return at;
            }
        }
        return at;
    }

    private char lower(int at) {
        return Character.toLowerCase(text[at]);
    }

    private static boolean apostrophe(char c) {
        return c == '\'' || c == '’' || c == 'ʼ' || c == '‘';
    }

    private static boolean wordPart(char c) {
        return c >= 'a' && c <= 'z'
                || Character.isLetterOrDigit(c)
                || c == '\u00AD'
                || (c >= 128 && Character.getType(c) == Character.NON_SPACING_MARK);
    }

    private static boolean invisible(char c) {
        return c >= 128
                && (Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.CONTROL
                        || c == '\uFFFD');
    }
}
