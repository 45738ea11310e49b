package io.entente.language;

import io.entente.table.TsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Guesses a text's language from its most frequent short words, or from its script. Immutable. */
public final class LanguageGuesser {
    private static final int ENOUGH = 600;
    private static final int[] NONE = {};

    private final List<String> languages = new ArrayList<>();
    /** The places in {@code languages} of those that have the word. */
    private final Map<String, int[]> words = new HashMap<>();

    private LanguageGuesser() {}

    /** The guesser with the word lists that ship with the program. */
    public static LanguageGuesser load() {
        LanguageGuesser guesser = new LanguageGuesser();
        TsvTable.resource(LanguageGuesser.class, "languages.tsv")
                .each(row -> guesser.add(row.required(0, "a language"), row.words(1)));
        return guesser;
    }

    private void add(String language, List<String> frequent) {
        int place = languages.size();
        languages.add(language);
        for (String word : new HashSet<>(frequent)) {
            words.merge(word, new int[] {place}, (before, more) -> {
                int[] both = Arrays.copyOf(before, before.length + 1);
                both[before.length] = place;
                return both;
            });
        }
    }

    /** BCP-47 tag of the language, or "und" where nothing tells. */
    public String guess(Document document) {
        int[] hits = new int[languages.size()];
        int letters = 0;
        int other = 0;
        for (Sentence sentence : document.sentences()) {
            for (Token token : sentence.tokens()) {
                if (!token.word() || letters > ENOUGH) {
                    continue;
                }
                char c = token.text().charAt(0);
                letters++;
                other += Character.isLetter(c) && c > 0x24F ? 1 : 0;
                for (int language : words.getOrDefault(token.lower(), NONE)) {
                    hits[language]++;
                }
            }
        }
        if (other * 2 > letters) {
            return script(document);
        }
        int best = -1;
        for (int i = 0; i < hits.length; i++) {
            int most = best < 0 ? 0 : hits[best];
            if (hits[i] > most
                    || best >= 0 && hits[i] == most && languages.get(i).compareTo(languages.get(best)) < 0) {
                best = i;
            }
        }
        if (best >= 0) {
            return languages.get(best);
        }
        // A headline of three words may have no short word at all: English is what most feeds carry.
        return letters > 0 && letters < 30 ? "en" : "und";
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
