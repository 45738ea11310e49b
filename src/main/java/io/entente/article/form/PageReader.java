package io.entente.article.form;

import io.entente.article.ArticleDraft;
import io.entente.article.ArticleSink;
import io.entente.article.InvalidArticle;
import io.entente.article.text.HtmlText;
import io.entente.article.text.PlainText;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a web page as an article. Date, headline, outlet and address come from its JSON-LD, its metadata and its text, in the order of
 * {@code page.tsv}; the text from what is marked as the article's body, else from the longest {@code <article>}, else from {@code <main>} or the body.
 */
final class PageReader implements FormReader {
    private static final String DATES = "JSON-LD, article:published_time, <time datetime> …";
    /** A part of a page with less text than this, and than this share of the whole, is not the article. */
    private static final int SHORT = 200;

    private static final int SHARE = 4;
    private static final int EXCERPT = 60;

    private final Places places = Places.of("page.tsv");
    private final HtmlText html = new HtmlText();
    private final ArticleDraft.Rules rules;

    PageReader(ArticleDraft.Rules rules) {
        this.rules = rules;
    }

    @Override
    public void read(Content content, ArticleSink sink) throws IOException, InvalidArticle {
        Document page = Jsoup.parse(content.text());
        JsonLd data = JsonLd.of(page);
        ArticleDraft draft = new ArticleDraft(rules);
        String fetched = content.origin() == null ? null : content.origin().url();
        places.values(page, "url").forEach(url -> draft.url(url, fetched));
        draft.url(data.text("url").orElse(data.text("mainEntityOfPage", "@id").orElse(null)), fetched)
                .url(fetched, null);
        data.text("publisher", "name").ifPresent(draft::outlet);
        places.values(page, "outlet").forEach(draft::outlet);
        draft.outletOfAddress();
        data.text("headline").ifPresent(draft::title);
        places.values(page, "title").forEach(draft::title);
        data.text("inLanguage").ifPresent(draft::language);
        places.values(page, "language").forEach(draft::language);
        data.text("datePublished").ifPresent(draft::published);
        places.values(page, "date").forEach(draft::published);
        Stream.of("dateCreated", "uploadDate", "dateModified")
                .flatMap(name -> data.text(name).stream())
                .forEach(draft::published);
        if (!draft.hasDates()) {
            draft.published(content.options().date().orElse(null));
        }
        if (content.origin() != null) {
            draft.fetched(content.origin().fetchedAt());
        }
        draft.text(withoutHeadline(text(page), draft.title()));
        data.text("articleBody")
                .filter(body -> body.length() > 2 * draft.body().length())
                .ifPresent(draft::body);
        sink.article(content.place(), draft.build(DATES));
    }

    private String text(Document page) {
        String whole = html.of(page.body());
        List<Element> parts = places.elements(page, "text").toList();
        return parts.stream()
                .map(part -> part.normalName().equals("article") || parts.get(0) == part ? html.of(part) : "")
                .max(Comparator.comparingInt(String::length))
                .filter(text -> text.length() >= SHORT || text.length() * SHARE >= whole.length())
                .orElse(whole);
    }

    /** The headline is coded anyway: it need not be there twice. */
    private static String withoutHeadline(String text, @Nullable String title) {
        if (title == null) {
            return text;
        }
        int end = text.indexOf("\n\n");
        String first = PlainText.line(end < 0 ? text : text.substring(0, end));
        boolean repeated = first.equalsIgnoreCase(title) || first.length() >= EXCERPT && title.startsWith(first);
        return repeated ? text.substring(end < 0 ? text.length() : end).strip() : text;
    }
}
