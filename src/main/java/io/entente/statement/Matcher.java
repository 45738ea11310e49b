package io.entente.statement;

import io.entente.language.Clause;
import io.entente.language.NounGroup;
import io.entente.language.Relation;
import io.entente.language.Words;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the lexicon entries of the clauses of a sentence: the pattern that fits best, or the verb alone. */
final class Matcher {
    private static final String ANY_ACTOR = "*";

    private final EventLexicon lexicon;
    private final Scene scene;
    private final Map<Clause, List<VerbEntry>> found = new IdentityHashMap<>();

    Matcher(EventLexicon lexicon, Scene scene) {
        this.lexicon = lexicon;
        this.scene = scene;
        for (Clause clause : scene.parse().clauses()) {
            found.put(clause, search(clause));
        }
    }

    /** The entries of a clause's verb, best first. */
    List<VerbEntry> entries(Clause clause) {
        return found.getOrDefault(clause, List.of());
    }

    /** What the clause's verb makes of what it governs. */
    Operator operator(Clause clause) {
        for (VerbEntry entry : entries(clause)) {
            if (entry.operator() != Operator.NONE) {
                return entry.operator();
            }
        }
        return Operator.NONE;
    }

    private List<VerbEntry> search(Clause clause) {
        String key = Scene.key(clause);
        for (VerbEntry pattern : lexicon.patterns(key)) {
            if (fits(clause, pattern) && suits(clause, pattern)) {
                return List.of(pattern);
            }
        }
        List<VerbEntry> verbs = new ArrayList<>(lexicon.verbs(key));
        verbs.removeIf(entry -> !suits(clause, entry));
        return verbs.isEmpty() && clause.particle() != null ? lexicon.verbs(clause.lemma()) : verbs;
    }

    /** Whether voice and subject are as the entry's marks ask. */
    private boolean suits(Clause clause, VerbEntry entry) {
        if (entry.has("passive") && !clause.passive()) {
            return false;
        }
        return (!entry.has("weapons") || done("weapons", clause)) && (!entry.has("troops") || done("troops", clause));
    }

    private boolean done(String set, Clause clause) {
        NounGroup subject = clause.subject();
        return subject != null && lexicon.in(set, Words.singular(scene.head(subject)));
    }

    private boolean fits(Clause clause, VerbEntry pattern) {
        if (pattern.preposition() != null) {
            for (NounGroup argument : clause.arguments()) {
                if (pattern.preposition().equals(argument.preposition()) && names(argument, pattern)) {
                    return true;
                }
            }
            return false;
        }
        if (clause.passive()) {
            return clause.subject() != null && names(clause.subject(), pattern);
        }
        for (NounGroup argument : clause.arguments()) {
            if (argument.preposition() == null && names(argument, pattern)) {
                return true;
            }
        }
        NounGroup gap = gap(clause);
        return gap != null && names(gap, pattern) || follows(clause, pattern);
    }

    /** The antecedent of a relative clause where it is the object ("which X rejected"). */
    static @Nullable NounGroup gap(Clause clause) {
        Clause parent = clause.parent();
        if (clause.relation() == Relation.INFINITIVE
                && parent != null
                && parent.relation() == Relation.RELATIVE
                && clause.object() == null) {
            return gap(parent);
        }
        NounGroup antecedent = clause.antecedent();
        return antecedent != null && antecedent != clause.subject() && !clause.passive() ? antecedent : null;
    }

    /** A word of the pattern that stands right behind the verb without being a group ("let fly", "stop short"). */
    private boolean follows(Clause clause, VerbEntry pattern) {
        return clause.last() < scene.tokens().size() && pattern.nouns().contains(scene.lower(clause.last()));
    }

    private boolean names(NounGroup group, VerbEntry pattern) {
        if (within(group, pattern)) {
            return true;
        }
        for (NounGroup conjunct : group.conjuncts()) {
            if (within(conjunct, pattern)) {
                return true;
            }
        }
        boolean measure = group.modifiers().size() > 0
                && "of".equals(group.modifiers().get(0).preposition());
        return measure && within(group.modifiers().get(0), pattern);
    }

    private boolean within(NounGroup group, VerbEntry pattern) {
        if (pattern.nouns().contains(ANY_ACTOR) && !scene.actors(group).isEmpty()) {
            return true;
        }
        for (int i = group.first(); i < group.last(); i++) {
            String lower = scene.lower(i);
            if (pattern.nouns().contains(lower) || pattern.nouns().contains(Words.singular(lower))) {
                return true;
            }
        }
        return false;
    }
}
