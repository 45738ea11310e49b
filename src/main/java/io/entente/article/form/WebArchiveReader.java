package io.entente.article.form;

import io.entente.article.ArticleSink;
import io.entente.article.InvalidArticle;
import io.entente.article.text.Encodings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Reads the web pages and feeds in a web archive, such as those of Common Crawl's news; other records are passed over and counted. */
final class WebArchiveReader implements FormReader {
    private static final int OK = 200;
    /** The longest page, in bytes. */
    private static final int LONGEST = 16 << 20;

    private final Nested inner;

    WebArchiveReader(Nested inner) {
        this.inner = inner;
    }

    @Override
    public void read(Content content, ArticleSink sink) throws IOException, InvalidArticle {
        long number = 0;
        long other = 0;
        try (WarcReader archive = new WarcReader(content.stream())) {
            for (WarcRecord record = next(archive); record != null; record = next(archive)) {
                number++;
                String place = content.place() + ", record " + number;
                try {
                    Page page = page(record, content.options());
                    if (page == null) {
                        other++;
                    } else {
                        inner.read(
                                place + " (" + page.origin().url() + ")",
                                new ByteArrayInputStream(page.bytes()),
                                page.options(),
                                page.origin(),
                                sink);
                    }
                } catch (InvalidArticle e) {
                    sink.refused(place, String.valueOf(e.getMessage()));
                }
            }
        } catch (IOException e) {
            throw new IOException("after record " + number + ": " + e.getMessage(), e);
        }
        sink.note(content.place(), number + " records, " + other + " of them neither pages nor feeds");
    }

    private static @Nullable WarcRecord next(WarcReader archive) throws IOException {
        try {
            return archive.next().orElse(null);
        } catch (RuntimeException e) { // of a header that the library takes for what it should be
            throw new IOException("a header is not as it should be: " + e.getMessage(), e);
        }
    }

    /** A page or a feed of the archive. */
    private record Page(byte[] bytes, ReadOptions options, Origin origin) {}

    /** What a record holds; null if that is neither a page nor a feed. */
    private static @Nullable Page page(WarcRecord record, ReadOptions options) throws IOException, InvalidArticle {
        try {
            if (!(record instanceof WarcResponse response)
                    || response.http().status() != OK
                    || !isText(response.http())) {
                return null;
            }
            byte[] bytes = response.http().bodyDecoded().stream().readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new InvalidArticle("the page is longer than " + LONGEST + " bytes");
            }
            return new Page(
                    bytes,
                    new ReadOptions(options.date(), encoding(response.http(), options)),
                    new Origin(response.target(), response.date().toString()));
        } catch (RuntimeException e) { // of a header that the library takes for what it should be
            throw new InvalidArticle("a header is not as it should be: " + e.getMessage());
        }
    }

    private static boolean isText(HttpResponse http) throws IOException {
        String type = http.contentType().base().toString().toLowerCase(Locale.ROOT);
        return type.endsWith("html") || type.endsWith("html+xml") || type.endsWith("xml");
    }

    private static @Nullable Charset encoding(HttpResponse http, ReadOptions options) throws IOException {
        String name = http.contentType().parameters().get("charset");
        Charset declared = name == null ? null : Encodings.named(name);
        return declared == null ? options.encoding() : declared;
    }
}
