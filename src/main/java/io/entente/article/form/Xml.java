package io.entente.article.form;

import io.entente.article.InvalidArticle;
import io.entente.table.TsvTable;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Parses XML as it is found: characters that XML does not have, elements that are never closed and what comes after the end do no harm. It resolves no
 * entities but those of HTML, so that nothing can be fetched or blown up; a document that declares its own is refused. Immutable.
 */
final class Xml {
    private static final Pattern ENTITIES =
            Pattern.compile("<!(?:ENTITY|DOCTYPE\\b[^>\\[]*\\[)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROOT = Pattern.compile("<[A-Za-z_]");
    private static final Pattern ENTRY_END = Pattern.compile("</(?:item|entry)\\s*>");
    /** Levels of elements, far more than a feed has: what lies deeper is taken out to this one, so that reading takes time in proportion to the text. */
    private static final int DEPTH = 200;

    private static final String CDATA = "<![CDATA[";
    private static final String NONE = "-";

    private final Map<String, String> prefixes = new HashMap<>();

    static Xml load() {
        Xml xml = new Xml();
        TsvTable.resource(Xml.class, "namespaces.tsv")
                .each(row -> xml.prefixes.put(row.required(0, "a namespace"), row.required(1, "a prefix")));
        return xml;
    }

    /**
     * The document, its elements under the prefixes of {@code namespaces.tsv}.
     *
     * @throws InvalidArticle if it declares entities
     */
    Document parse(String text) throws InvalidArticle {
        String head = text.substring(
                0, ROOT.matcher(text).results().map(m -> m.start()).findFirst().orElse(text.length()));
        if (ENTITIES.matcher(head).find()) {
            throw new InvalidArticle(
                    "its DOCTYPE declares entities, which may reach for files or grow without end: remove the DOCTYPE");
        }
        Document document =
                Parser.xmlParser().setTrackPosition(true).setMaxDepth(DEPTH).parseInput(withSectionsClosed(text), "");
        document.getAllElements().forEach(this::rename);
        return document;
    }

    /** Ends a CDATA section that runs on into the next entry where its own entry ends. */
    private static String withSectionsClosed(String text) {
        StringBuilder closed = new StringBuilder(text.length());
        int copied = 0;
        int end = -1; // of the section that begins last before it
        int last = 0;
        for (int begin = text.indexOf(CDATA); begin >= 0; begin = text.indexOf(CDATA, copied)) {
            if (end < begin) { // else it is the end of this section, too
                int found = text.indexOf("]]>", begin);
                end = found < 0 ? text.length() : found;
                last = found < 0 ? end : text.lastIndexOf(CDATA, end);
            }
            Matcher entryEnd = ENTRY_END.matcher(text).region(begin, end);
            boolean open = entryEnd.find() && last > entryEnd.start();
            int stop = open ? entryEnd.start() : end;
            closed.append(text, copied, stop).append(open || end == text.length() ? "]]>" : "");
            copied = stop;
        }
        return copied == 0 ? text : closed.append(text, copied, text.length()).toString();
    }

    private void rename(Element element) {
        String namespace = element.tag().namespace();
        String prefix = prefixes.get(namespace);
        if (prefix != null && !element.tag().localName().isEmpty()) {
            String local = element.tag().localName();
            String name = prefix.equals(NONE) ? local : prefix + ":" + local;
            if (!name.equals(element.tagName())) {
                element.tagName(name, namespace);
            }
        }
    }

    /** What an element holds, as text or as HTML. */
    static String content(Element element) {
        return element.childrenSize() > 0 ? element.html() : element.wholeText();
    }
}
