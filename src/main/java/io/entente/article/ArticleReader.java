package io.entente.article;

import io.entente.avro.Article;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from a file or a stream, told apart by its first character that is no space. A brace begins JSON lines, one
 * object a line, read as they come. An angle bracket begins an RSS or Atom feed, or a web page. Anything else is the text of
 * one article; its first line may be {@code date YYYY-MM-DD} (or a time), without which it is dated now.
 */
public final class ArticleReader {
    private static final Pattern DATE_LINE = Pattern.compile("\\s*date[:\\s]\\s*(\\d\\S*)\\s*");

    private static final Pattern WEB_PAGE = Pattern.compile(
            "\\s*(<!--.*?-->\\s*)*<(!doctype\\s+html|html)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final ArticleJson json = new ArticleJson();
    private final Clock clock;

    /** @param clock dates a text that bears no date */
    public ArticleReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * What was read: an article, or why there is none.
     *
     * @param line number of its line in the input, of a feed's entry in the feed, from 1
     * @param article a valid article; null if it was refused
     * @param problem why it was refused; null if it was not
     */
    public record Item(long line, @Nullable Article article, @Nullable String problem) {}

    /**
     * Reads {@code input} (UTF-8) to its end and hands over item by item, in order. Empty lines are skipped.
     *
     * @throws IOException if the input cannot be read
     */
    public void read(InputStream input, Consumer<Item> sink) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8), 1 << 16);
        switch (firstSign(reader)) {
            case '{' -> readLines(reader, sink);
            case '<' -> readMarkup(readAll(reader), sink);
            default -> sink.accept(text(readAll(reader)));
        }
    }

    /** The first character that is no space, left to be read; a space if there is none near. */
    private static int firstSign(BufferedReader reader) throws IOException {
        int limit = 4096;
        int sign = ' ';
        reader.mark(limit);
        for (int i = 0; i < limit - 1; i++) {
            int next = reader.read();
            if (next < 0) {
                break;
            }
            if (!Character.isWhitespace(next) && next != BYTE_ORDER_MARK) {
                sign = next;
                break;
            }
        }
        reader.reset();
        return sign;
    }

    private void readLines(BufferedReader reader, Consumer<Item> sink) throws IOException {
        long number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            String object = line.indexOf(BYTE_ORDER_MARK) == 0 ? line.substring(1) : line;
            if (!object.isBlank()) {
                sink.accept(item(number, object));
            }
        }
    }

    private Item item(long number, String line) {
        try {
            return valid(number, json.read(line.getBytes(StandardCharsets.UTF_8)));
        } catch (InvalidArticle e) {
            return new Item(number, null, e.getMessage());
        }
    }

    private static String readAll(BufferedReader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[1 << 14];
        for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
            text.append(buffer, 0, n);
        }
        return text.toString();
    }

    private void readMarkup(String markup, Consumer<Item> sink) {
        try {
            if (WEB_PAGE.matcher(markup).lookingAt()) {
                sink.accept(valid(1, HtmlArticle.read(markup)));
                return;
            }
            long number = 0;
            for (SyndicationFeed.Entry entry : SyndicationFeed.read(markup)) {
                number++;
                sink.accept(
                        entry.article() == null
                                ? new Item(number, null, entry.problem())
                                : valid(number, entry.article()));
            }
        } catch (InvalidArticle e) {
            sink.accept(new Item(1, null, e.getMessage()));
        }
    }

    private Item text(String whole) {
        int lineEnd = whole.indexOf('\n') < 0 ? whole.length() : whole.indexOf('\n');
        Matcher dateLine = DATE_LINE.matcher(whole.substring(0, lineEnd));
        if (!dateLine.matches()) {
            return textItem(whole, clock.instant());
        }
        Optional<Instant> date = ArticleJson.parseTime(dateLine.group(1));
        return date.isPresent()
                ? textItem(whole.substring(lineEnd), date.get())
                : new Item(1, null, "'" + dateLine.group(1) + "' is no date: write 'date YYYY-MM-DD'");
    }

    private static Item textItem(String text, Instant publishedAt) {
        return valid(
                1,
                Article.newBuilder()
                        .setBody(text.strip())
                        .setPublishedAt(publishedAt)
                        .build());
    }

    private static Item valid(long number, Article article) {
        try {
            Articles.validate(article);
            return new Item(number, article, null);
        } catch (InvalidArticle e) {
            return new Item(number, null, e.getMessage());
        }
    }
}
