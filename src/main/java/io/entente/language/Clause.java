package io.entente.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A verb with its subject, its objects and what it depends on. */
public final class Clause {
    int first;
    int verb;
    int last;
    String lemma = "";

    @Nullable
    String particle;

    boolean finite;
    boolean passive;
    boolean perfect;
    boolean negated;
    boolean auxiliary;
    Modality modality = Modality.NONE;
    ClauseRelation relation = ClauseRelation.MAIN;

    @Nullable
    String introducer;

    @Nullable
    NounGroup subject;

    @Nullable
    NounGroup antecedent;

    boolean pied;

    @Nullable
    Clause parent;

    @Nullable
    NounGroup parentNoun;

    boolean conjoined;
    final List<NounGroup> arguments = new ArrayList<>(4);

    /** Index of the first token of the verb group, auxiliaries included. */
    public int first() {
        return first;
    }

    /** Index of the main verb. */
    public int verb() {
        return verb;
    }

    /** Index after the verb group, particle included. */
    public int last() {
        return last;
    }

    /** The main verb's plain form. */
    public String lemma() {
        return lemma;
    }

    /** "out", "off", "down" … that belongs to the verb. */
    public @Nullable String particle() {
        return particle;
    }

    /** Whether the verb is finite. */
    public boolean finite() {
        return finite;
    }

    /** Whether the subject suffers the action. */
    public boolean passive() {
        return passive;
    }

    /** Whether the verb group has "have" in it. */
    public boolean perfect() {
        return perfect;
    }

    /** Whether "not", "never", "no longer" or the like stands in the verb group. */
    public boolean negated() {
        return negated;
    }

    /** What its modal verb says. */
    public Modality modality() {
        return modality;
    }

    /** How it hangs together with the rest. */
    public ClauseRelation relation() {
        return relation;
    }

    /** The subordinator or preposition that introduces it, in lower case. */
    public @Nullable String introducer() {
        return introducer;
    }

    /** Its subject: its own, the shared one of a conjoined verb, or the antecedent of a relative. */
    public @Nullable NounGroup subject() {
        return subject;
    }

    /** For a relative clause: the group that it describes. */
    public @Nullable NounGroup antecedent() {
        return antecedent;
    }

    /** Whether its relative pronoun stands after a preposition ("to whom X sent …"): then the antecedent is among its arguments. */
    public boolean pied() {
        return pied;
    }

    /** The clause that it depends on or is conjoined with. */
    public @Nullable Clause parent() {
        return parent;
    }

    /** The noun that an infinitive, a gerund or a that-clause depends on, if it follows one directly. */
    public @Nullable NounGroup parentNoun() {
        return parentNoun;
    }

    /** Whether it is conjoined with its parent and shares the parent's place ("and V"). */
    public boolean conjoined() {
        return conjoined;
    }

    /** What follows the verb: objects without and complements with preposition, in order; no expressions of time. */
    public List<NounGroup> arguments() {
        return arguments;
    }

    /** The first object without a preposition. */
    public @Nullable NounGroup object() {
        return argument(null);
    }

    /** The first argument after {@code preposition}, such as the agent of a passive after "by"; with null the object. */
    public @Nullable NounGroup argument(@Nullable String preposition) {
        for (NounGroup argument : arguments) {
            if (Objects.equals(argument.preposition(), preposition)) {
                return argument;
            }
        }
        return null;
    }
}
