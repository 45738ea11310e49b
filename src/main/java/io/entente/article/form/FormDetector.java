package io.entente.article.form;

import io.entente.article.text.Encodings;
import io.entente.article.text.PlainText;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what a file is by its first bytes. What is none of the forms is not taken for an article: it is said what it looks like. Immutable. */
final class FormDetector {
    private static final Pattern PROLOG = Pattern.compile(
            "\\A(?:\\s+|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>\\[]*+(?:\\[.*?\\]\\s*+)?>)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HTML_DOCTYPE = Pattern.compile("<!DOCTYPE\\s+html\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROOT = Pattern.compile("\\A<([A-Za-z_][\\w.-]*:)?([A-Za-z_][\\w.-]*)");
    private static final Set<String> NEWS = Set.of(
            "rss", "rdf", "feed", "channel", "nitf", "newsmessage", "newsitem", "packageitem", "newsml", "urlset");
    private static final Set<String> HTML = Set.of(
            "html",
            "head",
            "body",
            "article",
            "main",
            "section",
            "div",
            "p",
            "h1",
            "h2",
            "meta",
            "title",
            "span",
            "header",
            "center",
            "table",
            "ul",
            "ol",
            "blockquote",
            "script",
            "link",
            "style",
            "nav",
            "a",
            "b",
            "font",
            "br",
            "img",
            "figure",
            "time");

    private final Signatures signatures = Signatures.load();
    private final Prose prose = new Prose();

    /** @param head the file's first bytes, {@link Encodings#HEAD} of them if it has so many */
    Detection detect(byte[] head, Charset encoding) {
        if (starts(head, 0x1F, 0x8B)) {
            return Detection.of(Form.GZIP);
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return Detection.of(Form.ZIP);
        }
        String binary = signatures.problem(head);
        if (binary != null) {
            return Detection.unknown(binary);
        }
        String text = start(head, encoding);
        if (text.isEmpty()) {
            return head.length < Encodings.HEAD
                    ? Detection.of(Form.EMPTY)
                    : Detection.unknown("it begins with " + Encodings.HEAD + " spaces: remove them");
        }
        if (text.startsWith("WARC/")) {
            return Detection.of(Form.WEB_ARCHIVE);
        }
        if (text.charAt(0) == '{' || jsonArray(text)) {
            return Detection.of(Form.JSON);
        }
        if (text.charAt(0) == '<') {
            return markup(text, head.length == Encodings.HEAD);
        }
        String problem = prose.problem(text);
        return problem == null ? Detection.of(Form.TEXT) : Detection.unknown(problem);
    }

    /** The file's first characters that are not white space; its last one may be half there. */
    private static String start(byte[] head, Charset encoding) {
        String text = Encodings.decode(head, encoding);
        int end = head.length == Encodings.HEAD && text.endsWith(String.valueOf(Encodings.UNDECODABLE))
                ? text.length() - 1
                : text.length();
        int begin = 0;
        while (begin < end && blank(text.charAt(begin))) {
            begin++;
        }
        return text.substring(begin, end);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || c == '\ufeff' || c == '\u001e' || c == '\u00a0';
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** A text may begin with a bracket as well. */
    private static boolean jsonArray(String text) {
        if (text.charAt(0) != '[') {
            return false;
        }
        String rest = text.substring(1, Math.min(text.length(), 512)).stripLeading();
        return rest.isEmpty() || "{[]".indexOf(rest.charAt(0)) >= 0;
    }

    /** @param cut whether there is more than was looked at */
    private static Detection markup(String text, boolean cut) {
        boolean page = false;
        String rest = text;
        for (Matcher prolog = PROLOG.matcher(rest); prolog.find(); prolog = PROLOG.matcher(rest)) {
            page |= HTML_DOCTYPE.matcher(prolog.group()).lookingAt();
            rest = rest.substring(prolog.end());
        }
        Matcher root = ROOT.matcher(rest);
        @Nullable String name = root.find() ? root.group(2).toLowerCase(Locale.ROOT) : null;
        if (name != null && NEWS.contains(name)) {
            return Detection.of(Form.XML);
        }
        if (page || name != null && HTML.contains(name)) {
            return Detection.of(Form.PAGE);
        }
        if (name == null && cut && (rest.isEmpty() || rest.startsWith("<!") || rest.startsWith("<?"))) {
            return Detection.unknown("it begins with more than " + Encodings.HEAD / 1024
                    + " KiB of comments and declarations, and what follows is not looked at: remove them");
        }
        if (name == null) {
            return Detection.unknown("it looks like markup, but its first element cannot be read (\"" + excerpt(rest)
                    + "\"): give a feed, a web page or JSON");
        }
        return Detection.unknown(
                "it looks like XML with the root <" + root.group(2)
                        + ">, which is neither an RSS nor an Atom feed, NITF, NewsML or a web page: convert it to one of them or to JSON");
    }

    static String excerpt(String text) {
        return PlainText.line(text.substring(0, Math.min(40, text.length())).replace(Encodings.UNDECODABLE, '?'));
    }
}
