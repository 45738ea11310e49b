package io.entente.article.form;

import io.entente.article.ArticleDraft;
import io.entente.article.ArticleSink;
import io.entente.article.InvalidArticle;
import io.entente.article.text.Encodings;
import io.entente.avro.Article;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles from a file or a stream of any of the forms that docs/inputs.md lists, distinguished by its first bytes. What it does not recognise it
 * refuses, and says what it looks like. Immutable.
 */
public final class ArticleReader {
    private final FormDetector detector = new FormDetector();
    private final Map<Form, FormReader> readers = new EnumMap<>(Form.class);

    /** A reader of all forms. */
    public ArticleReader() {
        this(EnumSet.allOf(Form.class));
    }

    /** A reader of feeds alone: JSON and XML. */
    public static ArticleReader ofFeeds() {
        return new ArticleReader(EnumSet.of(Form.JSON, Form.XML));
    }

    /** A reader of web pages alone. */
    public static ArticleReader ofPages() {
        return new ArticleReader(EnumSet.of(Form.PAGE));
    }

    private ArticleReader(Set<Form> forms) {
        ArticleDraft.Rules rules = new ArticleDraft.Rules();
        readers.put(Form.JSON, new JsonReader());
        readers.put(Form.XML, new XmlReader(rules));
        readers.put(Form.PAGE, new PageReader(rules));
        readers.put(Form.TEXT, new TextReader(rules));
        readers.put(Form.WEB_ARCHIVE, new WebArchiveReader(this::read));
        Map<Form, FormReader> unpacked = new EnumMap<>(readers);
        readers.put(
                Form.GZIP,
                new GzipReader(
                        (place, input, options, origin, sink) -> read(unpacked, place, input, options, origin, sink)));
        Map<Form, FormReader> zipped = new EnumMap<>(readers);
        readers.put(
                Form.ZIP,
                new ZipReader(
                        (place, input, options, origin, sink) -> read(zipped, place, input, options, origin, sink)));
        readers.keySet().retainAll(forms);
    }

    /**
     * Reads {@code input} to its end and hands over what it holds, in order.
     *
     * @param place what people know the input as
     */
    public void read(String place, InputStream input, ReadOptions options, ArticleSink sink) {
        read(place, input, options, null, sink);
    }

    /**
     * The articles in {@code input}, of which each must be valid.
     *
     * @throws IllegalArgumentException if one is refused
     */
    public List<Article> readAll(String place, InputStream input) {
        List<Article> articles = new ArrayList<>();
        read(place, input, ReadOptions.NONE, new ArticleSink() {
            @Override
            public void article(String at, Article article) {
                articles.add(article);
            }

            @Override
            public void refused(String at, String problem) {
                throw new IllegalArgumentException(at + ": " + problem);
            }

            @Override
            public void note(String at, String what) {
                // nothing is lost
            }
        });
        return articles;
    }

    /**
     * The same, of something that was fetched.
     *
     * @param origin where; null if that is unknown
     */
    public void read(String place, InputStream input, ReadOptions options, @Nullable Origin origin, ArticleSink sink) {
        read(readers, place, input, options, origin, sink);
    }

    private void read(
            Map<Form, FormReader> allowed,
            String place,
            InputStream input,
            ReadOptions options,
            @Nullable Origin origin,
            ArticleSink sink) {
        try {
            BufferedInputStream stream = new BufferedInputStream(input, Encodings.HEAD);
            byte[] head = Encodings.head(stream);
            Charset encoding = Encodings.of(head, options.encoding());
            Detection detection = detector.detect(head, encoding);
            FormReader reader = allowed.get(detection.form());
            if (reader != null) {
                reader.read(new Content(place, stream, encoding, options, origin), sink);
            } else if (detection.form() == Form.UNKNOWN) {
                sink.refused(place, detection.problem());
            } else if (detection.form() != Form.EMPTY) {
                sink.refused(place, misplaced(detection.form()));
            }
        } catch (InvalidArticle e) {
            sink.refused(place, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            sink.refused(place, "it cannot be read to its end: " + e.getMessage());
        }
    }

    private static String misplaced(Form form) {
        return switch (form) {
            case GZIP, ZIP, WEB_ARCHIVE -> "it is an archive in an archive: unpack the outer one";
            case PAGE -> "it is a web page, not a feed";
            case TEXT -> "it is plain text, neither a feed nor a web page";
            default -> "it is a feed or other data, not a web page";
        };
    }
}
