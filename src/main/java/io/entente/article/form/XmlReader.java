package io.entente.article.form;

import io.entente.article.ArticleDraft;
import io.entente.article.ArticleSink;
import io.entente.article.InvalidArticle;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds (RSS 0.9x to 2.0, Atom) and news in XML (NITF, NewsML, sitemaps of news), entry by entry: one that breaks off costs no other. Where they
 * say what is data, in {@code xml.tsv}.
 */
final class XmlReader implements FormReader {
    private static final String DATES = "pubDate, published, updated, date.issue, versionCreated …";

    private final Map<String, Places> forms = Places.byForm("xml.tsv");
    private final Xml xml = Xml.load();
    private final ArticleDraft.Rules rules;

    XmlReader(ArticleDraft.Rules rules) {
        this.rules = rules;
    }

    @Override
    public void read(Content content, ArticleSink sink) throws IOException, InvalidArticle {
        Document document = xml.parse(content.text());
        Element root = document.firstElementChild();
        Places form = root == null ? null : form(root);
        if (root == null || form == null) {
            throw new InvalidArticle("neither an RSS nor an Atom feed, NITF nor NewsML: its first element is "
                    + (root == null ? "missing" : "<" + root.tagName() + ">"));
        }
        Entries entries = new Entries(form, root, content);
        List<Entry> found = entries.apart(form.elements(document, "entry").toList());
        boolean single = form.selects(root, "entry");
        for (int i = 0; i < found.size(); i++) {
            Entry entry = found.get(i);
            String place = single ? content.place() : content.place() + ", entry " + (i + 1);
            try {
                sink.article(place, entries.read(entry).build(DATES));
            } catch (InvalidArticle e) {
                sink.refused(place, entries.title(entry.element()) + e.getMessage());
            }
        }
        if (breaksOff(root)
                && !found.isEmpty()
                && !breaksOff(found.get(found.size() - 1).element())) {
            sink.refused(
                    content.place(), "it breaks off after entry " + found.size() + ": what came after it is missing");
        }
    }

    /** An entry, and what relative addresses in it start from. */
    private record Entry(Element element, @Nullable String base) {}

    private @Nullable Places form(Element root) {
        return forms.values().stream()
                .filter(form -> form.selects(root, "root"))
                .findFirst()
                .orElse(null);
    }

    private static boolean breaksOff(Element element) {
        return element.endSourceRange().isImplicit();
    }

    /** The entries of one document. */
    private final class Entries {
        private final Places form;
        private final Element root;
        private final Content content;
        private final @Nullable String base;
        private final List<String> outlets;
        private final List<String> languages;
        private final Set<String> ids = new HashSet<>();

        Entries(Places form, Element root, Content content) {
            this.form = form;
            this.root = root;
            this.content = content;
            this.base = form.values(root, "channel base")
                    .findFirst()
                    .orElse(content.origin() == null ? null : content.origin().url());
            this.outlets = form.values(root, "channel outlet").toList();
            this.languages = form.values(root, "channel language").toList();
        }

        /** Takes each entry out of the one that it lies in, because that one's end is missing: it says nothing about that one. */
        List<Entry> apart(List<Element> elements) {
            List<Entry> entries = elements.stream()
                    .map(element -> new Entry(element, base(element)))
                    .toList();
            Set<Element> all = new HashSet<>(elements);
            for (int i = elements.size() - 1; i >= 0; i--) { // from the end, where nothing moves up
                if (elements.get(i).parents().stream().anyMatch(all::contains)) {
                    elements.get(i).remove();
                }
            }
            return entries;
        }

        ArticleDraft read(Entry found) throws InvalidArticle {
            Element entry = found.element();
            if (entry != root && breaksOff(entry)) {
                throw new InvalidArticle("it breaks off: the end of <" + entry.tagName() + "> is missing");
            }
            String item = entry.select("itemMeta > itemClass").attr("qcode");
            if (!item.isEmpty() && !item.endsWith("text") && !item.endsWith("composite")) {
                throw new InvalidArticle("it is not text but '" + item + "'");
            }
            form.elements(entry, "skip").toList().forEach(Element::remove);
            ArticleDraft draft = new ArticleDraft(rules);
            draft.id(id(entry));
            form.values(entry, "url").forEach(url -> draft.url(url, found.base()));
            form.values(entry, "outlet").forEach(draft::outlet);
            outlets.forEach(draft::outlet);
            draft.outletOf(base).outletOfAddress();
            form.values(entry, "title").forEach(draft::title);
            form.values(entry, "language").forEach(draft::language);
            languages.forEach(draft::language);
            form.values(entry, "date").forEach(draft::published);
            if (form.values(entry, "date").findFirst().isEmpty()) {
                draft.published(content.options().date().orElse(null));
            }
            body(entry, draft);
            if (content.origin() != null) {
                draft.fetched(content.origin().fetchedAt());
            }
            return draft;
        }

        /** The longest text; a description that holds the next entries is what a missing end made of it. */
        private void body(Element entry, ArticleDraft draft) throws InvalidArticle {
            List<String> bodies = form.values(entry, "body").toList();
            for (String body : bodies) {
                if (body.contains("</" + entry.tagName() + ">")) {
                    throw new InvalidArticle(
                            "its text runs on into the next entry: the end of a CDATA section is missing");
                }
                draft.body(body);
            }
        }

        /** Its own id, unless another entry of the document has it too. */
        private @Nullable String id(Element entry) {
            String id = form.values(entry, "id").findFirst().orElse(null);
            return id == null || ids.add(id) ? id : null;
        }

        /** What relative addresses start from: {@code xml:base} of all elements around, from the outermost in. */
        private @Nullable String base(Element entry) {
            String address = base;
            List<Element> around = entry.parents();
            for (int i = around.size() - 1; i >= -1; i--) {
                String own = (i < 0 ? entry : around.get(i)).attr("xml:base");
                if (!own.isBlank()) {
                    address = ArticleDraft.absolute(own, address);
                }
            }
            return address;
        }

        String title(Element entry) {
            String title = form.values(entry, "title").findFirst().orElse("");
            return title.isBlank() ? "" : "'" + FormDetector.excerpt(title) + "': ";
        }
    }
}
