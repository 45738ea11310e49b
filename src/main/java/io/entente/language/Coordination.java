package io.entente.language;

import io.entente.language.segment.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what is coordinated with a noun group: "X, Y and Z", "the president of X and the premier of Y". */
final class Coordination {
    private final NounGroups nouns;
    private final Tokens tokens;
    private final PartOfSpeech[] classes;
    private final boolean heading;

    Coordination(NounGroups nouns, Tokens tokens, PartOfSpeech[] classes, boolean heading) {
        this.nouns = nouns;
        this.tokens = tokens;
        this.classes = classes;
        this.heading = heading;
    }

    /**
     * Adds to {@code group} what is coordinated with it and gives the last group of the list.
     *
     * @param afterVerb whether the group follows a verb, so that "X and Y V" is more likely two clauses
     * @param complement whether that verb takes a clause, so that "X and Y V" is what it says
     */
    NounGroup coordinate(NounGroup group, boolean afterVerb, boolean complement) {
        List<NounGroup> found = new ArrayList<>(3);
        int at = group.last();
        boolean closed = false;
        while (at < classes.length && !closed) {
            boolean comma = classes[at] == PartOfSpeech.COMMA;
            int next = comma ? at + 1 : at;
            boolean and = next < classes.length
                    && classes[next] == PartOfSpeech.CONJUNCTION
                    && !tokens.get(next).lower().equals("but");
            next = and ? next + 1 : next;
            if (!comma && !and || next >= classes.length) {
                break;
            }
            NounGroup conjunct = starts(next) ? nouns.scan(next, group.preposition(), false) : null;
            if (conjunct != null && found.isEmpty() && and && parallel(group, conjunct)) {
                return group;
            }
            if (conjunct == null || conjunct.time() || alone(conjunct)) {
                break;
            }
            if (comma && (named(group) != named(conjunct) || fronted(group))) {
                break;
            }
            if (and && comma && found.isEmpty() && (afterVerb || !named(group) || "of".equals(group.preposition()))) {
                break;
            }
            found.add(conjunct);
            closed = and;
            at = conjunct.last();
        }
        boolean asked = at < classes.length && classes[at] == PartOfSpeech.TO;
        boolean headline = (heading || nouns.unended())
                && !closed
                && found.size() == 1
                && named(group)
                && named(found.get(0))
                && (asked || !afterVerb && nouns.finiteAt(at));
        if (!closed && !headline || listsSubjects(group, found, at)) {
            return group;
        }
        boolean sides = "between".equals(group.preposition()) && found.size() == 1;
        if (afterVerb && !complement && !sides && nouns.finiteAt(at)) {
            found.remove(found.size() - 1);
            if (found.size() < 2) {
                return group;
            }
        }
        group.conjuncts().addAll(found);
        nouns.all().addAll(found);
        return found.isEmpty() ? group : found.get(found.size() - 1);
    }

    /** "the president of X and the premier of Y": what follows is coordinated with the president, not with X. */
    private boolean parallel(NounGroup group, NounGroup conjunct) {
        return "of".equals(group.preposition())
                && conjunct.last() < classes.length
                && tokens.get(conjunct.last()).lower().equals("of");
    }

    /** The group that is coordinated with the one on which {@code group} hangs, or null if none is. */
    @Nullable
    NounGroup counterpart(NounGroup group) {
        NounGroup governor = group.governor();
        int and = group.last();
        if (governor == null
                || and + 1 >= classes.length
                || classes[and] != PartOfSpeech.CONJUNCTION
                || !starts(and + 1)) {
            return null;
        }
        NounGroup conjunct = nouns.scan(and + 1, governor.preposition(), false);
        if (conjunct == null || conjunct.time() || !parallel(group, conjunct)) {
            return null;
        }
        governor.conjuncts().add(conjunct);
        nouns.all().add(conjunct);
        return conjunct;
    }

    /** "In Tokyo, Russia and Iran …": what stands before the first comma is a place or a time. */
    private boolean fronted(NounGroup group) {
        return group.preposition() != null
                && group.first() <= 2
                && classes[0] == PartOfSpeech.PREPOSITION
                && !"between".equals(group.preposition());
    }

    /** "In talks in Lima, Peru and Chile agreed …": after the first comma the subjects begin. */
    private boolean listsSubjects(NounGroup group, List<NounGroup> found, int end) {
        if (group.preposition() == null
                || classes[0] != PartOfSpeech.PREPOSITION
                || found.size() < 2
                || !nouns.finiteAt(end)) {
            return false;
        }
        for (int at = 1; at < group.last(); at++) {
            if (classes[at] == PartOfSpeech.COMMA) {
                return false;
            }
        }
        return classes[group.last()] == PartOfSpeech.COMMA;
    }

    private boolean starts(int at) {
        PartOfSpeech c = classes[at];
        return NounGroups.nominal(c)
                || c == PartOfSpeech.DETERMINER
                || c == PartOfSpeech.POSSESSIVE
                || c == PartOfSpeech.PRONOUN;
    }

    private boolean alone(NounGroup group) {
        return classes[group.head()] == PartOfSpeech.PRONOUN
                && tokens.get(group.head()).lower().equals("it");
    }

    private boolean named(NounGroup group) {
        for (int at = group.first(); at < group.last(); at++) {
            if (classes[at] == PartOfSpeech.NAME) {
                return true;
            }
        }
        return false;
    }
}
