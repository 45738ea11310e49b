package io.entente.article.text;

import java.util.regex.Pattern;

/** Plain text as it may be kept: no control characters, halves of surrogate pairs or odd spaces. */
public final class PlainText {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]+");

    private PlainText() {}

    /** In one line: every run of white space is one space. */
    public static String line(String text) {
        return SPACES.matcher(clean(text)).replaceAll(" ").strip();
    }

    /** Without characters that no text has: control characters but tabs and line ends, invisible ones, lone surrogates. */
    public static String clean(String text) {
        int first = 0;
        while (first < text.length() && wanted(text, first)) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            if (wanted(text, i)) {
                clean.append(text.charAt(i));
            } else if (text.charAt(i) == '\u2028' || text.charAt(i) == '\u2029' || text.charAt(i) == '\u0085') {
                clean.append('\n');
            }
        }
        return clean.toString();
    }

    private static boolean wanted(String text, int at) {
        char c = text.charAt(at);
        if (c < ' ') {
            return c == '\n' || c == '\r' || c == '\t';
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return switch (c) {
            case '\u00ad', '\u200b', '\u2028', '\u2029', '\u2060', '\ufeff', '\ufffe', '\uffff' -> false;
            default -> c < 0x7f || c > 0x9f;
        };
    }
}
