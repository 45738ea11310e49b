package io.entente.collect;

import io.entente.article.text.Encodings;
import io.entente.collect.web.Reply;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The encoding of what was fetched. Servers name one without knowing, and so do documents: the first of the document's own, the server's and windows-1252 that
 * every byte agrees with.
 */
final class BodyEncoding {
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([^\\s;\",]+)", Pattern.CASE_INSENSITIVE);
    private static final @Nullable Charset LAST_RESORT = Encodings.named("windows-1252");

    private BodyEncoding() {}

    /** The encoding to read it in; null for its own, or if none will do. */
    static @Nullable Charset of(Reply reply) {
        if (fits(reply.body(), null)) {
            return null;
        }
        Matcher named = CHARSET.matcher(reply.header("content-type").orElse(""));
        Charset served = named.find() ? Encodings.named(named.group(1)) : null;
        if (served != null && fits(reply.body(), served)) {
            return served;
        }
        return fits(reply.body(), LAST_RESORT) ? LAST_RESORT : null;
    }

    private static boolean fits(byte[] body, @Nullable Charset encoding) {
        return Encodings.decode(body, encoding).indexOf(Encodings.UNDECODABLE) < 0;
    }
}
