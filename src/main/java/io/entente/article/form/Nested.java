package io.entente.article.form;

import io.entente.article.ArticleSink;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads what lies in a file of another form. */
interface Nested {
    /** As {@link FormReader#read}; problems go to {@code sink}. */
    void read(String place, InputStream input, ReadOptions options, @Nullable Origin origin, ArticleSink sink);
}
