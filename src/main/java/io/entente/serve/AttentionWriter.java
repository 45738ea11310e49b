package io.entente.serve;

import io.entente.avro.Attention;
import io.entente.serve.http.Problem;
import org.jspecify.annotations.Nullable;

/** Keeps what users ask: in production in the topic {@code attention}, from where every instance reads it. */
interface AttentionWriter {

    /**
     * Keeps {@code wish} under {@code key}; null takes it back. Returns when it is kept.
     *
     * @throws Problem if it cannot be kept now
     */
    void write(String key, @Nullable Attention wish);
}
