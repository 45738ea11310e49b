package io.entente.article.form;

import io.entente.article.InvalidArticle;
import io.entente.article.text.Encodings;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a reader reads.
 *
 * @param place what people know it as
 * @param stream its bytes
 * @param encoding its encoding, if it is text
 * @param options what the caller knows of it
 * @param origin where it was fetched; null if that is unknown
 */
record Content(
        String place, BufferedInputStream stream, Charset encoding, ReadOptions options, @Nullable Origin origin) {
    /** The longest document that is read as a whole, in characters. */
    private static final int LONGEST = 32 << 20;

    BufferedReader reader() throws IOException {
        return Encodings.reader(stream, encoding);
    }

    /** @throws InvalidArticle if it is too long for one document */
    String text() throws IOException, InvalidArticle {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[1 << 14];
        BufferedReader reader = reader();
        for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
            text.append(buffer, 0, n);
            if (text.length() > LONGEST) {
                throw new InvalidArticle("it is longer than " + LONGEST + " characters: split it");
            }
        }
        return text.toString();
    }
}
