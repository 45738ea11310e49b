package io.entente.article.text;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Text that may be HTML, in fields that do not say: a body with tags of HTML or its entities is HTML, {@code Bread < War} is not. What was escaped
 * twice on its way is read twice. Immutable.
 */
public final class Markup {
    private static final Pattern TAG = Pattern.compile(
            "<!--|<!doctype|</?(?:a|abbr|article|aside|b|blockquote|body|br|caption|center|cite|code|dd|del|details|div|dl|dt|em|embed|figcaption|figure"
                    + "|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|noscript|object|ol|p|picture"
                    + "|pre|q|s|script|section|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr"
                    + "|tt|u|ul|video|wbr)(?:\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK = Pattern.compile(
            "</?(?:p|div|br|li|h[1-6]|td|tr|blockquote|section|article|body|html)(?:\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});");
    /** So often may text be escaped on its way. */
    private static final int ESCAPES = 3;

    private final HtmlText html = new HtmlText();

    /** The text that {@code written} has for a reader, in paragraphs. */
    public String text(String written) {
        String text = PlainText.clean(written);
        for (int i = 0; i < ESCAPES; i++) {
            String before = text;
            text = once(text);
            if (text.equals(before)) {
                break;
            }
        }
        return text.strip();
    }

    /** The same in one line, such as a headline or a name. */
    public String line(String written) {
        return PlainText.line(text(written));
    }

    private String once(String text) {
        if (TAG.matcher(text).find()) {
            // Without blocks its own lines are its paragraphs.
            return html.of(BLOCK.matcher(text).find() ? text : text.replace("\n", "<br>"));
        }
        return ENTITY.matcher(text).find() ? PlainText.clean(Parser.unescapeEntities(text, false)) : text;
    }
}
