package io.entente.actor.dictionary;

import io.entente.language.segment.Token;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * How names are compared: in lower case, without diacritics, dots, apostrophes and hyphens. {@code Erdoğan} is {@code erdogan},
 * {@code U.S.} is {@code us} (its capitals are compared apart), {@code Jong-un} is the two words {@code jong} and {@code un}.
 */
public final class Forms {
    private Forms() {}

    /** The word that {@code token} is compared by; empty for a punctuation mark. */
    public static String key(Token token) {
        return key(token.lower());
    }

    public static String key(String lower) {
        if (lower.length() == 1 && !Character.isLetterOrDigit(lower.charAt(0))) {
            return "";
        }
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
                return fold(lower);
            }
        }
        return lower;
    }

    private static String fold(String lower) {
        StringBuilder folded = new StringBuilder(lower.length());
        boolean ascii = lower.chars().allMatch(c -> c < 128);
        String plain = ascii ? lower : Normalizer.normalize(lower, Normalizer.Form.NFD);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case 'ı' -> folded.append('i');
                case 'ł' -> folded.append('l');
                case 'ø' -> folded.append('o');
                case 'đ', 'ð' -> folded.append('d');
                case 'ß' -> folded.append("ss");
                case 'æ' -> folded.append("ae");
                case 'œ' -> folded.append("oe");
                case 'ə' -> folded.append('a');
                case 'þ' -> folded.append("th");
                default -> {
                    if (Character.isLetterOrDigit(c)) {
                        folded.append(c);
                    }
                }
            }
        }
        return folded.toString();
    }

    /** The words of a dictionary form as they stand, cut where the tokenizer cuts a text. */
    public static List<String> words(String form) {
        List<String> words = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i <= form.length(); i++) {
            boolean inside = i < form.length() && " \t-,()/&".indexOf(form.charAt(i)) < 0;
            if (inside && begin < 0) {
                begin = i;
            } else if (!inside && begin >= 0) {
                add(words, form.substring(begin, i).replace('’', '\''));
                begin = -1;
            }
        }
        return words;
    }

    private static void add(List<String> words, String word) {
        if (word.endsWith("'s")) {
            words.add(word.substring(0, word.length() - 2));
            words.add("s");
        } else if (!key(word.toLowerCase(java.util.Locale.ROOT)).isEmpty()) {
            words.add(word);
        }
    }

    /** Whether all letters of {@code word} are capitals and there are at least two. */
    public static boolean acronym(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            if (Character.isUpperCase(c)) {
                letters++;
            }
        }
        return letters >= 2;
    }
}
