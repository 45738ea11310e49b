package io.entente.article.form;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the caller knows of the articles that are to be read.
 *
 * @param date when those were published that have no date; empty if they are to be refused
 * @param encoding of files without a byte order mark; null if it is to be found out
 */
public record ReadOptions(Optional<Instant> date, @Nullable Charset encoding) {
    /** Nothing. */
    public static final ReadOptions NONE = new ReadOptions(Optional.empty(), null);
}
