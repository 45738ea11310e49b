package io.entente.article.form;

import io.entente.article.text.Encodings;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Distinguishes prose, the text of an article, from what only consists of characters too: tables, messages, code, binary data. Immutable. */
final class Prose {
    private static final Pattern MAIL = Pattern.compile(
            "\\A(?:From \\S+@\\S+ .*\\R)?(?:(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Content-Type|X-[\\w-]+|From|To|Subject|Date):.*\\R(?:[ \\t].*\\R)*){2}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HTTP = Pattern.compile("\\AHTTP/\\d(?:\\.\\d)? \\d{3}\\b");
    private static final Pattern NAMES = Pattern.compile("\"?[\\w][\\w .()#/%-]{0,40}\"?");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’-]*");
    private static final Pattern ADDRESSES = Pattern.compile("(?:https?://\\S+\\s*)+");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"");
    private static final int LOOK = 40;
    private static final String TABLE =
            "export its rows as JSON lines, one object a line with body, publishedAt and, if you have them, title, outlet and url";

    /** What {@code text}, the beginning of a file, looks like and what to do; null if it is prose. */
    @Nullable
    String problem(String text) {
        String binary = binary(text);
        if (binary != null) {
            return binary;
        }
        if (MAIL.matcher(text).lookingAt()) {
            return "it looks like an e-mail message: save its text";
        }
        if (HTTP.matcher(text).lookingAt()) {
            return "it looks like an HTTP answer with its headers: save its body only, or write a WARC file";
        }
        if (text.startsWith("---\n") || text.startsWith("---\r") || text.startsWith("%YAML")) {
            return "it looks like YAML, or text with YAML before it: give JSON, or the text with a first line 'date 2024-03-01'";
        }
        if (text.startsWith("GIF8") || text.startsWith("%!PS")) {
            return "it looks like a picture or a print file: give the article's text";
        }
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(LOOK).toList();
        String table = table(lines);
        if (table != null) {
            return table;
        }
        if (ADDRESSES.matcher(text).matches()) {
            return "it looks like a list of addresses: give the pages, or poll feeds with 'entente collect'";
        }
        if (words(text) < 2) {
            return "it has no words (\"" + FormDetector.excerpt(text)
                    + "\"): an article is prose, JSON, a feed or a web page";
        }
        return null;
    }

    private static @Nullable String binary(String text) {
        int odd = 0;
        int undecodable = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "it looks like binary data (it has zero bytes): give text, JSON, a feed or a web page";
            }
            odd += c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\u001e' ? 1 : 0;
            undecodable += c == Encodings.UNDECODABLE ? 1 : 0;
        }
        if (odd * 50 > text.length() || undecodable * 10 > text.length()) {
            return "it looks like binary data or text in an unknown encoding: give UTF-8, or name the encoding with --encoding";
        }
        return null;
    }

    private static @Nullable String table(List<String> lines) {
        String first = lines.get(0);
        if (lines.stream().filter(line -> line.startsWith("|")).count() * 2 > lines.size()) {
            return "it looks like a table: " + TABLE;
        }
        if (separators(first, '\t') >= 2 || lines.size() > 1 && steady(lines, '\t', 1)) {
            return (separators(first, '\t') >= 15 || first.contains("CAMEO")
                            ? "it looks like tab-separated values, such as events of GDELT or ICEWS: 'entente import' takes those; else "
                            : "it looks like tab-separated values (TSV): ")
                    + TABLE;
        }
        for (char separator : new char[] {',', ';', '|'}) {
            int count = separators(first, separator);
            boolean header = count >= 1 && names(first, separator);
            boolean rows = lines.size() > 1 && steady(lines, separator, 1);
            if (header && (rows || lines.size() == 1 && !prose(first))
                    || rows && count >= 2 && !prose(first)
                    || count >= 15 && !prose(first)) {
                return "it looks like values separated by '" + separator + "' (CSV): " + TABLE;
            }
        }
        return null;
    }

    /** Whether a line is words with spaces between them, rather than cells. */
    private static boolean prose(String line) {
        String bare = QUOTED.matcher(line).replaceAll("x");
        long spaces = bare.chars().filter(c -> c == ' ').count();
        long cells = bare.chars().filter(c -> c == ',' || c == ';' || c == '|').count();
        return spaces > 2 * cells;
    }

    private static boolean names(String line, char separator) {
        for (String name : line.split(Pattern.quote(String.valueOf(separator)), -1)) {
            if (name.startsWith(" ")
                    || !NAMES.matcher(name.strip()).matches()
                    || name.strip().split(" +", -1).length > 4) {
                return false;
            }
        }
        return true;
    }

    /** Whether all lines have the same number of separators; the last one may be cut off. */
    private static boolean steady(List<String> lines, char separator, int least) {
        int count = separators(lines.get(0), separator);
        long same = lines.stream()
                .filter(line -> separators(line, separator) == count)
                .count();
        return count >= least && same >= Math.max(2, lines.size() * 0.8);
    }

    private static int separators(String line, char separator) {
        String bare = QUOTED.matcher(line).replaceAll("");
        return (int) bare.chars().filter(c -> c == separator).count();
    }

    private static long words(String text) {
        return WORD.matcher(text).results().limit(2).count();
    }
}
