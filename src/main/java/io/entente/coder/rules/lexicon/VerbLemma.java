package io.entente.coder.rules.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the event lexicon knows of a verb, or of a verb with its particle. Does not change once the lexicon is loaded. */
public final class VerbLemma {
    /** One of which it knows nothing. */
    public static final VerbLemma UNKNOWN = new VerbLemma();

    private final List<VerbEntry> patterns = new ArrayList<>(2);
    private final List<VerbEntry> alone = new ArrayList<>(1);
    private boolean misdeed;
    private boolean closed;

    /** Made when the verb is first met, for most are rare. Two threads may both make it: it is the same. */
    private volatile @Nullable PatternIndex index;

    void add(VerbEntry entry) {
        if (entry.pattern()) {
            patterns.add(entry);
        } else if (!closed) {
            alone.add(entry);
        }
    }

    void blame() {
        misdeed |= !closed;
    }

    /** From now on, takes no more entries that need nothing where it has some: they replace those to come. */
    void close() {
        closed = misdeed || !alone.isEmpty();
    }

    /** Puts the patterns that need most first, then in the order of the lexicon. */
    void sort() {
        patterns.sort(Comparator.comparingInt(VerbEntry::weight).reversed());
    }

    /** Its patterns by what they need; null if it has none. */
    @Nullable
    public PatternIndex patterns() {
        PatternIndex made = index;
        if (made == null && !patterns.isEmpty()) {
            made = new PatternIndex(patterns);
            index = made;
        }
        return made;
    }

    /** Its entries that need nothing, in the order of the lexicon. */
    public List<VerbEntry> alone() {
        return alone;
    }

    /** Whether it is a misdeed, so that who says it of somebody reproaches him. */
    boolean misdeed() {
        return misdeed;
    }
}
