package io.entente.language.segment;

import io.entente.table.TsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Guesses a text's language from its most frequent short words, or from its script. Immutable. */
public final class LanguageGuesser {
    private static final int ENOUGH = 600;
    private static final int[] NONE = {};
    /** Words of a text that may be a headline and little more. */
    private static final int SHORT = 30;
    /** By how many words another language must be ahead of English in a short text, where one may be a part of a name: "La Paz". */
    private static final int SHORT_LEAD = 2;

    private static final String ENGLISH = "en";
    /** A text is plainly in another language if it has so many of its words, at least one in so many, and so many times those of its own. */
    private static final int PLAIN_HITS = 3;

    private static final int PLAIN_SHARE = 8;
    private static final int PLAIN_LEAD = 3;

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

    /**
     * The language of a text that is declared to be in one: the declared one, unless the text is plainly in another that the guesser knows.
     *
     * @param declared BCP-47 tag
     */
    public String check(String declared, Document document) {
        String primary = Locale.forLanguageTag(declared).getLanguage();
        Counts counts = count(document);
        if (counts.other * 2 > counts.words) {
            String guessed = script(document);
            return languages.contains(primary) && !guessed.equals("und") ? guessed : declared;
        }
        int best = counts.best(languages);
        if (best < 0 || languages.get(best).equals(primary)) {
            return declared;
        }
        int own = languages.indexOf(primary);
        int against = counts.hits[best];
        boolean plainly = against >= PLAIN_HITS
                && against * PLAIN_SHARE >= counts.words
                && against >= PLAIN_LEAD * (own < 0 ? 0 : counts.hits[own]);
        return plainly ? languages.get(best) : declared;
    }

    /** BCP-47 tag of the language, or "und" where nothing shows it. A short text without another's words is English, as most feeds are. */
    public String guess(Document document) {
        Counts counts = count(document);
        if (counts.other * 2 > counts.words) {
            return script(document);
        }
        int best = counts.best(languages);
        boolean brief = counts.words < SHORT;
        if (best >= 0 && (!brief || counts.hits[best] >= SHORT_LEAD + counts.hits[languages.indexOf(ENGLISH)])) {
            return languages.get(best);
        }
        return counts.words > 0 && brief ? ENGLISH : "und";
    }

    /** How often each language's words come up in a text. */
    private static final class Counts {
        private final int[] hits;
        private int words;
        /** Of the words those in other than Latin letters. */
        private int other;

        Counts(int languages) {
            this.hits = new int[languages];
        }

        /** The place of the language with the most hits, -1 if none has any. */
        int best(List<String> languages) {
            int best = -1;
            for (int i = 0; i < hits.length; i++) {
                int most = best < 0 ? 0 : hits[best];
                boolean first = best >= 0 && hits[i] == most && languages.get(i).compareTo(languages.get(best)) < 0;
                if (hits[i] > most || first) {
                    best = i;
                }
            }
            return best;
        }
    }

    private Counts count(Document document) {
        Counts counts = new Counts(languages.size());
        for (Sentence sentence : document.sentences()) {
            for (Token token : sentence.tokens()) {
                if (!token.word() || counts.words > ENOUGH) {
                    continue;
                }
                char c = token.text().charAt(0);
                counts.words++;
                counts.other += Character.isLetter(c) && c > 0x24F ? 1 : 0;
                for (int language : words.getOrDefault(token.lower(), NONE)) {
                    counts.hits[language]++;
                }
            }
        }
        return counts;
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
