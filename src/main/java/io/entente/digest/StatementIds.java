package io.entente.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The ids of one article's statements: SHA-256 of article, pair, event, and the letters and digits of the sentence, cut to half. */
public final class StatementIds {
    private static final int ID_BYTES = 16;
    private static final char APART = '\u001f';

    private final String article;
    private @Nullable MessageDigest digest;

    /** The last sentence: the statements of one come one after the other. */
    private String sentence = "";

    private byte[] letters = {};

    /** @param article id of the article */
    public StatementIds(String article) {
        this.article = article;
    }

    /**
     * The id of a statement.
     *
     * @param source code of the actor that speaks or acts
     * @param target code of the actor spoken of or acted upon
     * @param event name of the event type
     * @param words the sentence
     */
    public String of(String source, String target, String event, String words) {
        if (!words.equals(sentence)) {
            sentence = words;
            letters = utf8(letters(words));
        }
        MessageDigest sha = digest();
        sha.update(utf8(article + APART + source + APART + target + APART + event + APART));
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
