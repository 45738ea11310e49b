package io.entente.article;

import java.util.StringJoiner;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** The text of HTML as a reader sees it: paragraphs apart by an empty line. */
final class HtmlText {
    private static final String NOISE =
            "script, style, noscript, template, nav, aside, footer, form, figure, button, iframe";
    private static final String BLOCKS = "p, h2, h3, h4, li, blockquote, pre";

    private HtmlText() {}

    /** The text of a fragment, such as a feed's description. */
    static String of(String html) {
        return of(Jsoup.parseBodyFragment(html).body());
    }

    /** The text of {@code element}: its paragraphs or, where it has none, all of it. */
    static String of(Element element) {
        Element copy = element.clone();
        copy.select(NOISE).remove();
        Elements blocks = copy.select(BLOCKS);
        StringJoiner text = new StringJoiner("\n\n");
        for (Element block : blocks) {
            boolean inner = block.parents().stream().anyMatch(blocks::contains);
            if (!inner && !block.text().isBlank()) {
                text.add(block.text());
            }
        }
        return text.length() == 0 ? copy.text() : text.toString();
    }
}
