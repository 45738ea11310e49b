package io.entente.actor.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as {@code people.tsv} writes it, with the family name between strokes: {@code Angela /Merkel/*}, {@code /Xi/ Jinping}. An
 * asterisk says that the family name alone, without title or introduction, means this person.
 *
 * @param full the name without marks
 * @param family the family name
 * @param alone whether the family name alone will do
 */
public record PersonName(String full, String family, boolean alone) {
    private static final Pattern FAMILY = Pattern.compile("/([^/]+)/(\\*?)");
    private static final Pattern ARTICLE = Pattern.compile("(?i)(al|el|as|ad|ash|an)[- ]");

    static PersonName parse(String written) {
        Matcher matcher = FAMILY.matcher(written);
        if (!matcher.find()) {
            return new PersonName(written.strip(), "", false);
        }
        String full = matcher.replaceFirst(Matcher.quoteReplacement(matcher.group(1)));
        if (full.indexOf('/') >= 0 || full.indexOf('*') >= 0) {
            throw new IllegalArgumentException(
                    "'" + written + "': one family name between strokes, as in Angela /Merkel/*");
        }
        return new PersonName(
                full.strip(), matcher.group(1).strip(), !matcher.group(2).isEmpty());
    }

    /** The forms of the family name: as it is, and without the Arabic article. */
    List<String> families() {
        List<String> families = new ArrayList<>();
        if (!family.isEmpty()) {
            families.add(family);
            Matcher article = ARTICLE.matcher(family);
            if (article.lookingAt()) {
                families.add(family.substring(article.end()));
            }
        }
        return families;
    }

    /** What families are compared by: all their words, joined. */
    public static String key(String family) {
        StringBuilder key = new StringBuilder();
        for (String word : Forms.words(family)) {
            key.append(Forms.key(word.toLowerCase(Locale.ROOT)));
        }
        return key.toString();
    }
}
