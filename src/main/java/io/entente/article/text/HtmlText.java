package io.entente.article.text;

import java.util.Set;
import java.util.StringJoiner;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of HTML as a reader sees it, its blocks separated by an empty line. Takes time in proportion to the text. Immutable. */
public final class HtmlText {
    private final Boilerplate boilerplate = Boilerplate.load();

    /** The text of a fragment, such as a feed's description. */
    public String of(String html) {
        return of(Jsoup.parseBodyFragment(html).body());
    }

    /** The text of {@code root}, without what only surrounds an article. */
    public String of(Element root) {
        Set<Element> around = boilerplate.within(root);
        Paragraphs paragraphs = new Paragraphs();
        root.filter(new NodeFilter() {
            @Override
            public FilterResult head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    paragraphs.add(text.getWholeText());
                } else if (node instanceof Element element) {
                    if (element != root && (boilerplate.element(element) || around.contains(element))) {
                        paragraphs.end();
                        return FilterResult.SKIP_ENTIRELY;
                    }
                    if (element.normalName().equals("br")) {
                        paragraphs.lineBreak();
                    } else if (block(element)) {
                        paragraphs.end();
                    }
                }
                return FilterResult.CONTINUE;
            }

            @Override
            public FilterResult tail(Node node, int depth) {
                if (node instanceof Element element && block(element)) {
                    paragraphs.end();
                }
                return FilterResult.CONTINUE;
            }
        });
        return paragraphs.text();
    }

    /** Elements of no known name may be anything: their text is kept apart. */
    private static boolean block(Element element) {
        boolean dateline = element.normalName().equals("time")
                && element.parent() != null
                && !element.parent().normalName().equals("p");
        return element.isBlock() || dateline || !element.tag().isKnownTag();
    }

    /** Text that is gathered into paragraphs. */
    private final class Paragraphs {
        private final StringJoiner done = new StringJoiner("\n\n");
        private final StringBuilder open = new StringBuilder();
        private boolean broken;

        void add(String text) {
            if (broken && !text.isBlank()) {
                broken = false;
                // A line that goes on in lower case is one that was broken for its looks.
                if (Character.isLowerCase(text.stripLeading().codePointAt(0))) {
                    open.append(' ');
                } else {
                    end();
                }
            }
            open.append(text);
        }

        void lineBreak() {
            if (broken) {
                end();
            }
            broken = true;
        }

        void end() {
            broken = false;
            String paragraph = PlainText.line(open.toString());
            open.setLength(0);
            if (!paragraph.isEmpty() && !boilerplate.paragraph(paragraph)) {
                done.add(paragraph);
            }
        }

        String text() {
            end();
            return done.toString();
        }
    }
}
