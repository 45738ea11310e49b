package io.entente.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Guesses a text's language from its most frequent short words, or from its script. Immutable. */
public final class LanguageGuesser {
    private static final int ENOUGH = 600;

    private final Map<String, Set<String>> words = new HashMap<>();

    private LanguageGuesser() {}

    /** The guesser with the word lists that ship with the program. */
    public static LanguageGuesser load() {
        LanguageGuesser guesser = new LanguageGuesser();
        for (String[] row : Resource.rows(LanguageGuesser.class, "languages.tsv")) {
            guesser.words.put(row[0], new HashSet<>(Arrays.asList(row[1].split(" ", -1))));
        }
        return guesser;
    }

    /** BCP-47 tag of the language, or "und" where nothing tells. */
    public String guess(Document document) {
        Map<String, Integer> hits = new HashMap<>();
        int seen = 0;
        int letters = 0;
        int other = 0;
        for (Sentence sentence : document.sentences()) {
            for (Token token : sentence.tokens()) {
                if (!token.word() || seen++ > ENOUGH) {
                    continue;
                }
                char c = token.text().charAt(0);
                letters++;
                other += Character.isLetter(c) && c > 0x24F ? 1 : 0;
                for (Map.Entry<String, Set<String>> language : words.entrySet()) {
                    if (language.getValue().contains(token.lower())) {
                        hits.merge(language.getKey(), 1, Integer::sum);
                    }
                }
            }
        }
        if (other * 2 > letters) {
            return script(document);
        }
        String best = "und";
        int most = 0;
        for (Map.Entry<String, Integer> hit : hits.entrySet()) {
            int count = hit.getValue();
            if (count > most || count == most && hit.getKey().compareTo(best) < 0) {
                most = count;
                best = hit.getKey();
            }
        }
        // A headline of three words may have no short word at all: English is what most feeds carry.
        return most == 0 && letters > 0 && letters < 30 ? "en" : best;
    }

    private static String script(Document document) {
        for (int i = 0; i < document.text().length(); i++) {
            char c = document.text().charAt(i);
            if (!Character.isLetter(c) || c <= 0x24F) {
                continue;
            }
            return switch (Character.UnicodeScript.of(c)) {
                case CYRILLIC -> "ru";
                case HAN -> "zh";
                case HIRAGANA, KATAKANA -> "ja";
                case HANGUL -> "ko";
                case ARABIC -> "ar";
                case HEBREW -> "he";
                case GREEK -> "el";
                case DEVANAGARI -> "hi";
                case THAI -> "th";
                case GEORGIAN -> "ka";
                case ARMENIAN -> "hy";
                default -> "und";
            };
        }
        return "und";
    }
}
