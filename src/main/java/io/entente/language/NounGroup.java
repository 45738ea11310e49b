package io.entente.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A noun with what stands before it ("the Russian foreign ministry's spokesman"). What hangs on it by prepositions are groups of
 * their own.
 */
public final class NounGroup {
    private final int first;
    private final int last;
    private final int head;
    private final @Nullable String preposition;
    private final boolean time;
    private final List<NounGroup> modifiers = new ArrayList<>(2);
    private final List<NounGroup> conjuncts = new ArrayList<>(2);
    private @Nullable NounGroup governor;
    private @Nullable Clause relative;
    private boolean resumed;

    NounGroup(int first, int last, int head, @Nullable String preposition, boolean time) {
        this.first = first;
        this.last = last;
        this.head = head;
        this.preposition = preposition;
        this.time = time;
    }

    /** Index of the first token. */
    public int first() {
        return first;
    }

    /** Index after the last token. */
    public int last() {
        return last;
    }

    /** Index of the noun that the group is about. */
    public int head() {
        return head;
    }

    /** The preposition before it, in lower case; of several words where they belong together ("according to"). */
    public @Nullable String preposition() {
        return preposition;
    }

    /** Whether it names a point or a stretch of time. */
    public boolean time() {
        return time;
    }

    /** The prepositional groups that follow it directly. */
    public List<NounGroup> modifiers() {
        return modifiers;
    }

    /** The groups coordinated with it ("and Y" for the group X), itself not among them. */
    public List<NounGroup> conjuncts() {
        return conjuncts;
    }

    /** The group that it modifies, if any. */
    public @Nullable NounGroup governor() {
        return governor;
    }

    /** The relative or participle clause that hangs on it, if any. */
    public @Nullable Clause relative() {
        return relative;
    }

    void modify(NounGroup governor) {
        this.governor = governor;
        governor.modifiers.add(this);
    }

    /** The same group after a preposition: what "to whom" stands for. */
    NounGroup after(String other) {
        NounGroup group = new NounGroup(first, last, head, other, time);
        group.modifiers.addAll(modifiers);
        group.conjuncts.addAll(conjuncts);
        return group;
    }

    /** Whether it goes on with an argument before it, after a relative clause: "with X, which …, and with Y". */
    public boolean resumed() {
        return resumed;
    }

    void resume() {
        resumed = true;
    }

    void relative(Clause clause) {
        if (relative == null) {
            relative = clause;
        }
    }
}
