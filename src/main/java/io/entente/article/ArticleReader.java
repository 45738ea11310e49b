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
 * Reads articles from a file or a stream: JSON lines where its first character that is no space is a brace (one object a line), else plain text, the whole
 * of which is one article; its first line may be {@code date YYYY-MM-DD} (or a time), without which it is dated now. Long inputs are read as they
 * come.
 */
public final class ArticleReader {
    private static final Pattern DATE_LINE = Pattern.compile("\\s*date[:\\s]\\s*(\\d\\S*)\\s*");

    private final ArticleJson json = new ArticleJson();
    private final Clock clock;

    /** @param clock dates a text that bears no date */
    public ArticleReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * What was read: an article, or why there is none.
     *
     * @param line number of its line in the input, from 1
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
        if (startsWithBrace(reader)) {
            readLines(reader, sink);
        } else {
            readText(reader, sink);
        }
    }

    private static boolean startsWithBrace(BufferedReader reader) throws IOException {
        int limit = 4096;
        reader.mark(limit);
        for (int i = 0; i < limit - 1; i++) {
            int next = reader.read();
            if (next < 0 || !(Character.isWhitespace(next) || next == '\ufeff')) {
                reader.reset();
                return next == '{';
            }
        }
        reader.reset();
        return false;
    }

    private void readLines(BufferedReader reader, Consumer<Item> sink) throws IOException {
        long number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            String object = line.startsWith("\ufeff") ? line.substring(1) : line;
            if (!object.isBlank()) {
                sink.accept(item(number, object));
            }
        }
    }

    private Item item(long number, String line) {
        try {
            Article article = json.read(line.getBytes(StandardCharsets.UTF_8));
            Articles.validate(article);
            return new Item(number, article, null);
        } catch (InvalidArticle e) {
            return new Item(number, null, e.getMessage());
        }
    }

    private void readText(BufferedReader reader, Consumer<Item> sink) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[1 << 14];
        for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
            text.append(buffer, 0, n);
        }
        String whole = text.toString();
        int lineEnd = whole.indexOf('\n') < 0 ? whole.length() : whole.indexOf('\n');
        Matcher dateLine = DATE_LINE.matcher(whole.substring(0, lineEnd));
        if (!dateLine.matches()) {
            sink.accept(textItem(whole, clock.instant()));
            return;
        }
        Optional<Instant> date = ArticleJson.parseTime(dateLine.group(1));
        sink.accept(
                date.isPresent()
                        ? textItem(whole.substring(lineEnd), date.get())
                        : new Item(1, null, "'" + dateLine.group(1) + "' is no date: write 'date YYYY-MM-DD'"));
    }

    private static Item textItem(String text, Instant publishedAt) {
        Article article = Article.newBuilder()
                .setBody(text.strip())
                .setPublishedAt(publishedAt)
                .build();
        try {
            Articles.validate(article);
            return new Item(1, article, null);
        } catch (InvalidArticle e) {
            return new Item(1, null, e.getMessage());
        }
    }
}
