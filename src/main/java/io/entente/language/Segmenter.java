package io.entente.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits a text into sentences and these into tokens. Immutable. */
public final class Segmenter {
    private static final Pattern TOKEN =
            Pattern.compile("(?:\\p{Lu}\\.){2,}|\\p{L}[\\p{L}\\p{M}]*|\\p{N}+(?:[.,]\\p{N}+)*|['’]s\\b|\\S");

    /** The document made of an article's title, if it has one, and body. */
    public Document segment(@Nullable String title, String body) {
        String text = title == null || title.isBlank() ? body : title + "\n\n" + body;
        List<Sentence> sentences = new ArrayList<>();
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String word = matcher.group();
            tokens.add(new Token(
                    word, word.toLowerCase(java.util.Locale.ROOT).replace('’', '\''), matcher.start(), matcher.end()));
            if (word.equals(".") || word.equals("?") || word.equals("!")) {
                sentences.add(sentence(tokens));
                tokens.clear();
            }
        }
        if (!tokens.isEmpty()) {
            sentences.add(sentence(tokens));
        }
        return new Document(text, sentences);
    }

    private static Sentence sentence(List<Token> tokens) {
        return new Sentence(tokens.get(0).begin(), tokens.get(tokens.size() - 1).end(), tokens, false);
    }
}
