package io.entente.article;

import io.entente.avro.Article;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a web page as an article: title, outlet, address and date from its metadata (Open Graph, {@code <time>}), the text from its {@code <article>}, {@code <main>} or
 * body.
 */
final class HtmlArticle {
    private HtmlArticle() {}

    /** @throws InvalidArticle if the page bears no date */
    static Article read(String html) throws InvalidArticle {
        Document page = Jsoup.parse(html);
        String date = Stream.of(
                        attribute(page, "meta[property=article:published_time]", "content"),
                        attribute(page, "meta[name=date]", "content"),
                        attribute(page, "meta[itemprop=datePublished]", "content"),
                        attribute(page, "time[datetime]", "datetime"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () -> new InvalidArticle(
                                "the page bears no date (article:published_time or <time datetime>): add one, or send text with a date line"));
        return Article.newBuilder()
                .setUrl(attribute(page, "link[rel=canonical]", "href")
                        .or(() -> attribute(page, "meta[property=og:url]", "content"))
                        .orElse(null))
                .setOutlet(attribute(page, "meta[property=og:site_name]", "content")
                        .orElse(null))
                .setTitle(title(page))
                .setBody(HtmlText.of(text(page)))
                .setLanguage(attribute(page, "html", "lang").orElse(null))
                .setPublishedAt(ArticleJson.parseTime(date)
                        .orElseThrow(() -> new InvalidArticle("'" + date + "' is no date in ISO-8601")))
                .build();
    }

    private static @Nullable String title(Document page) {
        return attribute(page, "meta[property=og:title]", "content")
                .or(() -> Optional.of(page.title()).filter(title -> !title.isBlank()))
                .orElse(null);
    }

    private static Element text(Document page) {
        return Stream.of("article", "main")
                .map(page::selectFirst)
                .filter(element -> element != null)
                .findFirst()
                .orElse(page.body());
    }

    private static Optional<String> attribute(Document page, String selector, String name) {
        return Optional.ofNullable(page.selectFirst(selector))
                .map(element -> element.attr(name).strip())
                .filter(value -> !value.isEmpty());
    }
}
