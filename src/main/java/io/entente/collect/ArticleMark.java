package io.entente.collect;

import io.entente.article.Articles;
import io.entente.article.text.WebAddresses;
import io.entente.avro.Article;
import io.entente.digest.Sha256;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Identifies an article, in 16 bytes.
 *
 * @param hex the bytes
 */
record ArticleMark(String hex) {
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int DIGITS = 32;
    /** A shorter text ("Live updates") may well come twice. */
    private static final int LEAST_TEXT = 40;

    static ArticleMark of(String kind, String text) {
        return new ArticleMark(Sha256.hex(kind + '\u001f' + text).substring(0, DIGITS));
    }

    /**
     * The marks of {@code article}; one that shares any of them with another is the same article. Its id, or where it has none of its own its address; and its
     * words together with the host that publishes them, since one outlet's feeds show the same article under several ids.
     */
    static Set<ArticleMark> of(Article article) {
        Set<ArticleMark> marks = new LinkedHashSet<>();
        boolean own = article.getId().filter(id -> !id.isBlank()).isPresent();
        String identity = own ? Articles.id(article) : article.getUrl().orElseGet(() -> Articles.id(article));
        marks.add(of("id", identity));
        String words = NOT_WORDS
                .matcher(article.getTitle().orElse("") + " " + article.getBody())
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (words.length() >= LEAST_TEXT) {
            marks.add(of("text", host(article) + '\u001f' + words));
        }
        return marks;
    }

    private static String host(Article article) {
        return WebAddresses.host(article.getUrl().orElse(null))
                .orElseGet(() -> article.getOutlet().orElse(""));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
