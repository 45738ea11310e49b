package io.entente.actor.dictionary;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A word in the tree of all forms, which is read word by word. */
public final class FormNode {
    private static final Sense[] NONE = {};

    private @Nullable Map<String, FormNode> next;
    private Sense[] senses = NONE;
    private int marks;

    @Nullable
    public FormNode next(String word) {
        return next == null ? null : next.get(word);
    }

    Collection<FormNode> children() {
        return next == null ? List.of() : next.values();
    }

    public boolean leaf() {
        return next == null;
    }

    /** What the words up to here stand for; empty if they are only the beginning of forms. */
    public Sense[] senses() {
        return senses;
    }

    /** The classes of this word, as a set of {@link WordMark} bits. */
    public int marks() {
        return marks;
    }

    FormNode grow(String word) {
        if (next == null) {
            next = new HashMap<>(2);
        }
        return next.computeIfAbsent(word, key -> new FormNode());
    }

    void add(Sense sense) {
        for (Sense known : senses) {
            if (known.overrides(sense)) {
                return;
            }
        }
        Sense[] more = Arrays.copyOf(senses, senses.length + 1);
        more[senses.length] = sense;
        senses = more;
    }

    void mark(WordMark mark) {
        marks |= mark.bit();
    }
}
