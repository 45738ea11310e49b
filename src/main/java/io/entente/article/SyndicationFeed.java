package io.entente.article;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.entente.avro.Article;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the entries of an RSS or Atom feed as articles; the feed's title is their outlet. */
final class SyndicationFeed {
    private SyndicationFeed() {}

    /** What an entry gave: an article, or why there is none. */
    record Entry(@Nullable Article article, @Nullable String problem) {}

    /** @throws InvalidArticle if it is no feed */
    static List<Entry> read(String xml) throws InvalidArticle {
        SyndFeed feed;
        try {
            feed = new SyndFeedInput().build(new StringReader(xml));
        } catch (FeedException | IllegalArgumentException e) {
            throw new InvalidArticle("neither an RSS nor an Atom feed: " + e.getMessage(), e);
        }
        List<Entry> entries = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            entries.add(read(entry, feed));
        }
        return entries;
    }

    private static Entry read(SyndEntry entry, SyndFeed feed) {
        Date date = Optional.ofNullable(entry.getPublishedDate()).orElse(entry.getUpdatedDate());
        if (date == null) {
            return new Entry(null, "entry '" + entry.getTitle() + "' bears no date (pubDate, published or updated)");
        }
        return new Entry(
                Article.newBuilder()
                        .setId(text(entry.getUri()))
                        .setUrl(text(entry.getLink()))
                        .setOutlet(text(feed.getTitle()))
                        .setTitle(text(entry.getTitle() == null ? null : HtmlText.of(entry.getTitle())))
                        .setBody(HtmlText.of(content(entry)))
                        .setLanguage(text(feed.getLanguage()))
                        .setPublishedAt(date.toInstant())
                        .build(),
                null);
    }

    /** The longest of its contents and its description. */
    private static String content(SyndEntry entry) {
        List<SyndContent> contents = new ArrayList<>(entry.getContents());
        if (entry.getDescription() != null) {
            contents.add(entry.getDescription());
        }
        String longest = "";
        for (SyndContent content : contents) {
            if (content.getValue() != null && content.getValue().length() > longest.length()) {
                longest = content.getValue();
            }
        }
        return longest;
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
