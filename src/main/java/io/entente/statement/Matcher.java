package io.entente.statement;

import io.entente.language.Clause;
import io.entente.language.NounGroup;
import io.entente.language.Relation;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the lexicon entries of the clauses of a sentence: the pattern that fits best, or the verb alone. */
final class Matcher {
    private static final Set<String> PARTICLES =
            Set.of("out", "up", "off", "down", "away", "back", "over", "aside", "in", "home", "through", "open");

    /** Verbs whose infinitive has no "to". */
    private static final Set<String> BARE = Set.of("let", "help", "make");

    private static final Set<String> POSSESSIVES = Set.of("its", "their", "his", "her", "our", "a", "an", "the");

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
        String apart = clause.particle() == null ? particle(clause) : null;
        String parted = apart == null ? null : clause.lemma() + "." + apart;
        VerbEntry best = best(clause, key, null);
        best = parted == null ? best : best(clause, parted, best);
        if (best != null) {
            return List.of(best);
        }
        List<VerbEntry> verbs = new ArrayList<>(parted == null ? List.of() : lexicon.verbs(parted));
        verbs.addAll(verbs.isEmpty() ? lexicon.verbs(key) : List.of());
        verbs.removeIf(entry -> !suits(clause, entry));
        return verbs.isEmpty() && clause.particle() != null ? lexicon.verbs(clause.lemma()) : verbs;
    }

    /** The pattern that needs most of those that fit; they stand in that order. */
    private @Nullable VerbEntry best(Clause clause, String key, @Nullable VerbEntry best) {
        for (VerbEntry pattern : lexicon.patterns(key)) {
            if (best != null && pattern.weight() <= best.weight()) {
                break;
            }
            if (suits(clause, pattern) && fits(clause, pattern)) {
                return pattern;
            }
        }
        return best;
    }

    /** A particle that stands behind the object: "turned the offer down". */
    private @Nullable String particle(Clause clause) {
        NounGroup object = clause.object();
        if (object == null || object.first() < clause.last()) {
            return null;
        }
        String near = particle(object.last());
        return near != null ? near : particle(end(object));
    }

    private @Nullable String particle(int at) {
        String lower = at < scene.tokens().size() ? scene.lower(at) : "";
        if (!PARTICLES.contains(lower)) {
            return null;
        }
        for (NounGroup group : scene.parse().groups()) {
            if (group.first() == at + 1 && lower.equals(group.preposition())) {
                return null;
            }
        }
        return lower;
    }

    private static int end(NounGroup group) {
        int end = group.last();
        for (NounGroup modifier : group.modifiers()) {
            end = Math.max(end, end(modifier));
        }
        return end;
    }

    /** Whether the voice is as the entry's marks ask. */
    private static boolean suits(Clause clause, VerbEntry entry) {
        return clause.passive() || !entry.has("passive");
    }

    private boolean fits(Clause clause, VerbEntry pattern) {
        for (Need need : pattern.needs()) {
            if (!fits(clause, need)) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Clause clause, Need need) {
        for (Map.Entry<String, Set<String>> place : need.places().entrySet()) {
            Set<String> words = place.getValue();
            boolean fits =
                    switch (place.getKey()) {
                        case Need.OBJECT -> object(clause, words);
                        case Need.SUBJECT -> clause.subject() != null && headed(clause.subject(), words);
                        case Need.INFINITIVE -> infinitive(clause, words);
                        default -> behind(clause, place.getKey(), words);
                    };
            if (fits) {
                return true;
            }
        }
        return false;
    }

    private boolean object(Clause clause, Set<String> words) {
        if (clause.passive() && clause.subject() != null && names(clause.subject(), words)) {
            return true;
        }
        for (NounGroup argument : clause.arguments()) {
            if (argument.preposition() == null && (names(argument, words) || stands(argument.last(), words))) {
                return true;
            }
        }
        NounGroup gap = gap(clause);
        return gap != null && names(gap, words)
                || stands(clause.last(), words)
                || possessive(clause.last()) && stands(clause.last() + 1, words);
    }

    private boolean headed(NounGroup group, Set<String> words) {
        String head = scene.head(group);
        return words.contains(head) || words.contains(scene.singular(group.head()));
    }

    private boolean behind(Clause clause, String preposition, Set<String> words) {
        for (NounGroup argument : clause.arguments()) {
            if (preposition.equals(argument.preposition()) && names(argument, words)) {
                return true;
            }
        }
        return false;
    }

    private boolean infinitive(Clause clause, Set<String> words) {
        for (Clause other : scene.parse().clauses()) {
            boolean bare = other.relation() == Relation.COMPLEMENT && BARE.contains(clause.lemma());
            boolean depends =
                    other.parent() == clause && (other.relation() == Relation.INFINITIVE || bare) && !other.conjoined();
            if (depends && (words.contains(other.lemma()) || words.contains(Need.ANY))) {
                return true;
            }
        }
        return false;
    }

    /** A word that stands right behind the verb or its object without being a group ("stop short", "set X free"). */
    private boolean stands(int token, Set<String> words) {
        return token < scene.tokens().size() && words.contains(scene.lower(token));
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

    private boolean possessive(int token) {
        return token < scene.tokens().size() && POSSESSIVES.contains(scene.lower(token));
    }

    private boolean names(NounGroup group, Set<String> words) {
        if (words.contains(Need.ANY) || within(group, words)) {
            return true;
        }
        for (NounGroup conjunct : group.conjuncts()) {
            if (within(conjunct, words)) {
                return true;
            }
        }
        boolean measure = group.modifiers().size() > 0
                && "of".equals(group.modifiers().get(0).preposition());
        return measure && within(group.modifiers().get(0), words);
    }

    private boolean within(NounGroup group, Set<String> words) {
        if (words.contains(Need.ACTOR) && !scene.actors(group).isEmpty()) {
            return true;
        }
        for (int i = group.first(); i < group.last(); i++) {
            if (words.contains(scene.lower(i)) || words.contains(scene.singular(i))) {
                return true;
            }
        }
        return false;
    }
}
