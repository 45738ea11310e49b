package io.entente.article.text;

import io.entente.table.TsvTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What stands around an article and is not part of it: scripts, menus, hidden text, offers to share, to subscribe, to read something else. An element
 * that holds most of a page's text is the article, whatever its class says. The words are data, in {@code boilerplate.tsv}. Immutable.
 */
final class Boilerplate {
    private static final Pattern HIDDEN =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])");
    /** So much of all text is not beside the article. */
    private static final double MOST = 0.4;
    /** Links to other articles come in lists. */
    private static final int LINKS = 2;
    /** So much of a text is all of it. */
    private static final double ALL = 0.9;
    /** What names an element beside its class, id and role. */
    private static final List<String> NAMES = List.of("data-component", "data-testid");

    private static final String ENDS = ".!?…\"”’'";

    private final Set<String> elements = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final List<Pattern> sentences = new ArrayList<>();

    private Boilerplate() {}

    static Boilerplate load() {
        Boilerplate boilerplate = new Boilerplate();
        TsvTable.resource(Boilerplate.class, "boilerplate.tsv").each(row -> {
            String value = row.required(1, "a value");
            switch (row.required(0, "a kind")) {
                case "element" -> boilerplate.elements.add(value);
                case "word" -> boilerplate.words.add(value);
                case "sentence" -> boilerplate.sentences.add(Pattern.compile(value, Pattern.CASE_INSENSITIVE));
                default -> throw row.fault(0, "is neither element, word nor sentence");
            }
        });
        return boilerplate;
    }

    /** Whether it is never text that a reader sees as such. */
    boolean element(Element element) {
        return elements.contains(element.normalName())
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equalsIgnoreCase("true")
                || HIDDEN.matcher(element.attr("style")).find();
    }

    /** Whether a paragraph says nothing of its own. */
    boolean paragraph(String text) {
        return text.length() < 600
                && sentences.stream()
                        .anyMatch(sentence -> sentence.matcher(text).matches());
    }

    /** The elements below {@code root} that are none of its text. */
    Set<Element> within(Element root) {
        Map<Element, Extent> extents = measure(root);
        double most = MOST * Objects.requireNonNull(extents.get(root)).characters;
        Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());
        extents.forEach((element, extent) -> {
            if (element != root
                    && extent.characters < most
                    && (named(element) || listOfLinks(element, extent) || linkedHeadline(element, extent))) {
                found.add(element);
            }
        });
        return found;
    }

    /** How much text an element has, and how much of it in links. */
    private static final class Extent {
        private int characters;
        private int linked;
        private int links;
        private char last;
    }

    private Map<Element, Extent> measure(Element root) {
        Map<Element, Extent> extents = new IdentityHashMap<>();
        root.traverse(new NodeVisitor() {
            private int links;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element) {
                    extents.put(element, new Extent());
                    links += element.normalName().equals("a") ? 1 : 0;
                } else if (node instanceof TextNode text && node.parent() instanceof Element parent) {
                    Extent extent = Objects.requireNonNull(extents.get(parent));
                    int length = text.text().strip().length();
                    extent.characters += length;
                    extent.linked += links > 0 ? length : 0;
                    extent.last = length == 0 ? extent.last : last(text.text());
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    Extent extent = Objects.requireNonNull(extents.get(element));
                    if (element.normalName().equals("a")) {
                        links--;
                        extent.links++;
                    }
                    if (element != root && !element(element)) {
                        Extent outer = Objects.requireNonNull(extents.get(element.parent()));
                        outer.characters += extent.characters;
                        outer.linked += extent.linked;
                        outer.links += extent.links;
                        outer.last = extent.characters == 0 ? outer.last : extent.last;
                    }
                }
            }
        });
        return extents;
    }

    private static boolean listOfLinks(Element element, Extent extent) {
        boolean list = element.normalName().equals("ul") || element.normalName().equals("ol");
        return list && extent.links >= LINKS && extent.linked >= ALL * extent.characters;
    }

    /** A block that is all links and does not end as a sentence does leads to another article, or is a menu. */
    private static boolean linkedHeadline(Element element, Extent extent) {
        return extent.links > 0
                && extent.linked >= ALL * extent.characters
                && element.isBlock()
                && ENDS.indexOf(extent.last) < 0;
    }

    private static char last(String text) {
        String stripped = text.strip();
        return stripped.charAt(stripped.length() - 1);
    }

    private boolean named(Element element) {
        return element.attributesSize() > 0
                && (named(element.className())
                        || named(element.id())
                        || named(element.attr("role"))
                        || NAMES.stream().anyMatch(name -> named(element.attr(name))));
    }

    private boolean named(String name) {
        if (name.isEmpty()) {
            return false;
        }
        for (String token : name.strip().split("\\s+", -1)) {
            String before = "";
            for (String part : BETWEEN_WORDS.split(token, -1)) {
                String word = part.toLowerCase(Locale.ROOT);
                if (words.contains(word) || words.contains(before + " " + word)) {
                    return true;
                }
                before = word;
            }
        }
        return false;
    }
}
