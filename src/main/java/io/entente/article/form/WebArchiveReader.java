package io.entente.article.form;

import io.entente.article.ArticleSink;
import io.entente.article.InvalidArticle;
import io.entente.article.text.Encodings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
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
            for (WarcRecord record : archive) {
                number++;
                if (record instanceof WarcResponse response
                        && response.http().status() == OK
                        && text(response.http())) {
                    page(
                            response,
                            content.place() + ", record " + number + " (" + response.target() + ")",
                            content,
                            sink);
                } else {
                    other++;
                }
            }
        } catch (UncheckedIOException e) {
            throw new IOException(
                    "after record " + number + ": "
                            + Objects.requireNonNull(e.getCause()).getMessage(),
                    e);
        }
        sink.note(content.place(), number + " records, " + other + " of them neither pages nor feeds");
    }

    private static boolean text(HttpResponse http) throws IOException {
        String type = http.contentType().base().toString().toLowerCase(Locale.ROOT);
        return type.endsWith("html") || type.endsWith("html+xml") || type.endsWith("xml");
    }

    private void page(WarcResponse response, String place, Content content, ArticleSink sink) throws IOException {
        byte[] page = response.http().bodyDecoded().stream().readNBytes(LONGEST + 1);
        if (page.length > LONGEST) {
            sink.refused(place, "the page is longer than " + LONGEST + " bytes");
            return;
        }
        MediaType type = response.http().contentType();
        @Nullable
        Charset declared = type.parameters().containsKey("charset")
                ? Encodings.named(type.parameters().get("charset"))
                : null;
        ReadOptions options = new ReadOptions(
                content.options().date(), declared == null ? content.options().encoding() : declared);
        inner.read(
                place,
                new ByteArrayInputStream(page),
                options,
                new Content.Origin(response.target(), response.date().toString()),
                sink);
    }
}
