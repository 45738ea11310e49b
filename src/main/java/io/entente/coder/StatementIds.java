package io.entente.coder;

import io.entente.coder.extract.CodedEvent;
import io.entente.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The ids of one article's statements: SHA-256 of article, pair, event, and the letters and digits of the sentence, cut to half. */
final class StatementIds {
    private static final int ID_BYTES = 16;
    private static final char APART = '\u001f';

    private final String article;
    private @Nullable MessageDigest digest;

    /** The last sentence: the statements of one come one after the other. */
    private String sentence = "";

    private byte[] letters = {};

    StatementIds(String article) {
        this.article = article;
    }

    String of(CodedEvent event, String words) {
        if (!words.equals(sentence)) {
            sentence = words;
            letters = utf8(letters(words));
        }
        MessageDigest sha = digest();
        sha.update(utf8(article
                + APART
                + event.source().code()
                + APART
                + event.target().code()
                + APART
                + event.type()
                + APART));
        return HexFormat.of().formatHex(sha.digest(letters), 0, ID_BYTES);
    }

    private MessageDigest digest() {
        MessageDigest made = digest;
        if (made == null) {
            made = Sha256.digest();
            digest = made;
        }
        return made;
    }

    private static String letters(String sentence) {
        StringBuilder letters = new StringBuilder(sentence.length());
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters.append(Character.toLowerCase(c));
            }
        }
        return letters.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
