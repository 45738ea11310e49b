package io.entente.article.form;

import io.entente.article.ArticleSink;
import io.entente.article.InvalidArticle;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Reads what a gzip file holds, of one part or of several. */
final class GzipReader implements FormReader {
    private final Nested inner;

    GzipReader(Nested inner) {
        this.inner = inner;
    }

    @Override
    public void read(Content content, ArticleSink sink) throws IOException, InvalidArticle {
        Expanded.Counted source = new Expanded.Counted(content.stream());
        Expanded expanded = new Expanded(new GZIPInputStream(source, 1 << 14), source);
        inner.read(content.place(), expanded, content.options(), null, sink);
        expanded.requireWhole();
    }
}
