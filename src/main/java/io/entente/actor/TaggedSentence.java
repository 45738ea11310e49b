package io.entente.actor;

import io.entente.actor.dictionary.Sense;
import io.entente.actor.dictionary.WordMark;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Token;
import io.entente.language.segment.Tokens;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** A sentence with what the dictionaries say of its tokens. */
final class TaggedSentence {
    private final int index;
    private final Sentence sentence;
    private final Tokens tokens;
    private final int[] marks;
    private final int anyMarks;
    private final @Nullable FormMatch[] hits;
    private final boolean titleCase;
    private final BitSet covered = new BitSet();

    TaggedSentence(int index, Sentence sentence, int[] marks, @Nullable FormMatch[] hits, boolean titleCase) {
        this.index = index;
        this.sentence = sentence;
        this.tokens = sentence.tokens();
        this.marks = marks;
        this.anyMarks = union(marks);
        this.hits = hits;
        this.titleCase = titleCase;
    }

    private static int union(int[] marks) {
        int union = 0;
        for (int mark : marks) {
            union |= mark;
        }
        return union;
    }

    /** Whether any token has the mark. */
    boolean any(WordMark mark) {
        return (anyMarks & mark.bit()) != 0;
    }

    /** Remembers that a group covers these tokens. */
    void cover(int first, int last) {
        covered.set(first, last);
    }

    boolean covered(int i) {
        return covered.get(i);
    }

    int index() {
        return index;
    }

    Sentence sentence() {
        return sentence;
    }

    int size() {
        return tokens.size();
    }

    Token token(int i) {
        return tokens.get(i);
    }

    /** The token in lower case; empty outside the sentence. */
    String lower(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).lower() : "";
    }

    boolean has(int i, WordMark mark) {
        return i >= 0 && i < marks.length && (marks[i] & mark.bit()) != 0;
    }

    int marks(int i) {
        return i >= 0 && i < marks.length ? marks[i] : 0;
    }

    @Nullable
    FormMatch hit(int i) {
        return i >= 0 && i < hits.length ? hits[i] : null;
    }

    @Nullable
    Sense head(int i) {
        FormMatch hit = hit(i);
        return hit == null ? null : hit.head();
    }

    boolean capitalised(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).capitalised();
    }

    boolean word(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).word();
    }

    /** Whether token {@code i} can begin no noun group: no dictionary knows it and it has no capital. */
    boolean plain(int i) {
        return marks[i] == 0 && hits[i] == null && !tokens.get(i).capitalised();
    }

    /** Whether nothing but commas, articles and conjunctions stands from {@code from} to {@code to}, and something does. */
    boolean joins(int from, int to) {
        for (int i = from; i < to; i++) {
            switch (lower(i)) {
                case ",", "and", "or", "&", "the" -> {}
                default -> {
                    return false;
                }
            }
        }
        return to > from;
    }

    boolean possessive(int i) {
        String lower = lower(i);
        return lower.equals("'s") || lower.equals("'");
    }

    boolean hyphen(int i) {
        return lower(i).equals("-");
    }

    /** Whether most words begin with a capital, as in headlines of some outlets, so that capitals say little. */
    boolean titleCase() {
        return titleCase;
    }

    /** Whether token {@code i} begins the sentence, after quotation marks at most. */
    boolean initial(int i) {
        for (int k = 0; k < i; k++) {
            if (word(k)) {
                return false;
            }
        }
        return true;
    }

    /** The words from {@code first} to {@code last}, separated by single spaces where the text has any. */
    String text(int first, int last) {
        StringBuilder text = new StringBuilder();
        for (int i = first; i < last; i++) {
            if (i > first && tokens.get(i).begin() > tokens.get(i - 1).end()) {
                text.append(' ');
            }
            text.append(tokens.get(i).text());
        }
        return text.toString();
    }
}
