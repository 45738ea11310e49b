package io.entente.collect.portal;

import io.entente.avro.Article;
import io.entente.digest.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Articles from a day's page: one for each item, published on that day. Its address is the page's, as the licence of the texts asks for. */
final class PortalArticles {
    static final String OUTLET = "Wikipedia: Current events";

    private static final DateTimeFormatter TITLE =
            DateTimeFormatter.ofPattern("'Portal:Current events/'uuuu MMMM d", Locale.ENGLISH);
    private static final int DIGITS = 16;

    private final PortalPage pages = new PortalPage(Wikitext.load());
    private final String wiki;

    /** @param wiki where its pages are, such as {@code https://en.wikipedia.org/wiki/} */
    PortalArticles(String wiki) {
        this.wiki = wiki;
    }

    /** The title of the page of {@code day}. */
    static String title(LocalDate day) {
        return TITLE.format(day);
    }

    /**
     * The articles on the page of {@code day}. An item is identified by the report that it cites, so that an item that is reworded later is still the same; where it
     * cites none, its words do.
     */
    List<Article> of(LocalDate day, String page, Instant fetchedAt) {
        List<Article> articles = new ArrayList<>();
        Map<String, Integer> times = new HashMap<>();
        for (PortalPage.Item item : pages.items(page)) {
            String identity = item.report() == null ? item.text() : item.report();
            int time = times.merge(identity, 1, Integer::sum);
            articles.add(Article.newBuilder()
                    .setId(day + "-" + Sha256.hex(identity + '\u001f' + time).substring(0, DIGITS))
                    .setUrl(wiki + title(day).replace(' ', '_'))
                    .setOutlet(OUTLET)
                    .setTitle(item.topic())
                    .setBody(item.text())
                    .setLanguage("en")
                    .setPublishedAt(day.atStartOfDay(ZoneOffset.UTC).toInstant())
                    .setFetchedAt(fetchedAt)
                    .build());
        }
        return articles;
    }
}
