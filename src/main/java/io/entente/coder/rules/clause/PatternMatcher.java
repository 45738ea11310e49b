package io.entente.coder.rules.clause;

import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.PatternConstraint;
import io.entente.coder.rules.lexicon.PatternIndex;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.coder.rules.lexicon.VerbEntry;
import io.entente.coder.rules.lexicon.VerbLemma;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the lexicon entries of the clauses of a sentence: the pattern that fits best, or the verb alone. */
public final class PatternMatcher {
    private final EventLexicon lexicon;
    private final AnnotatedSentence scene;

    /** The entries of the verb at each token. */
    private final @Nullable Senses[] found;

    /** The needs of a verb's patterns that are met. */
    private final BitSet met = new BitSet();

    /** The entries of a verb, best first, and what it makes of what it governs. */
    private record Senses(List<VerbEntry> entries, VerbClass operator) {
        private static final Senses NONE = new Senses(List.of(), VerbClass.NONE);

        static Senses of(List<VerbEntry> entries) {
            for (VerbEntry entry : entries) {
                if (entry.operator() != VerbClass.NONE) {
                    return new Senses(entries, entry.operator());
                }
            }
            return entries.isEmpty() ? NONE : new Senses(entries, VerbClass.NONE);
        }
    }

    public PatternMatcher(EventLexicon lexicon, AnnotatedSentence scene) {
        this.lexicon = lexicon;
        this.scene = scene;
        this.found = new Senses[scene.tokens().size()];
        for (Clause clause : scene.parse().clauses()) {
            found[clause.verb()] = Senses.of(search(clause));
        }
    }

    /** The entries of a clause's verb, best first. */
    public List<VerbEntry> entries(Clause clause) {
        return senses(clause).entries();
    }

    /** What the clause's verb makes of what it governs. */
    public VerbClass operator(Clause clause) {
        return senses(clause).operator();
    }

    private Senses senses(Clause clause) {
        Senses senses = found[clause.verb()];
        return senses == null ? Senses.NONE : senses;
    }

    private List<VerbEntry> search(Clause clause) {
        VerbLemma verb = lexicon.verb(AnnotatedSentence.key(clause));
        String apart = clause.particle() == null ? particle(clause) : null;
        VerbLemma parted = apart == null ? VerbLemma.UNKNOWN : lexicon.verb(clause.lemma() + "." + apart);
        VerbEntry best = best(clause, verb);
        VerbEntry better = best(clause, parted);
        best = best == null || better != null && better.weight() > best.weight() ? better : best;
        if (best != null) {
            return List.of(best);
        }
        List<VerbEntry> alone = suiting(clause, parted.alone().isEmpty() ? verb.alone() : parted.alone());
        return alone.isEmpty() && clause.particle() != null
                ? lexicon.verb(clause.lemma()).alone()
                : alone;
    }

    private static List<VerbEntry> suiting(Clause clause, List<VerbEntry> entries) {
        for (VerbEntry entry : entries) {
            if (!entry.suits(clause.passive())) {
                return entries.stream().filter(e -> e.suits(clause.passive())).toList();
            }
        }
        return entries;
    }

    private @Nullable VerbEntry best(Clause clause, VerbLemma verb) {
        PatternIndex patterns = verb.patterns();
        if (patterns == null) {
            return null;
        }
        met.clear();
        subject(clause, patterns.subject());
        object(clause, patterns.object());
        infinitive(clause, patterns.infinitive());
        for (NounGroup argument : clause.arguments()) {
            if (argument.preposition() != null) {
                names(argument, patterns.after(argument.preposition()));
            }
        }
        gerunds(clause, patterns);
        return patterns.best(met, pattern -> aimed(clause, pattern), clause.passive());
    }

    /** Whether somebody other than the subject stands in one of the places where the pattern has its target. */
    private boolean aimed(Clause clause, VerbEntry pattern) {
        NounGroup subject = clause.subject();
        if (clause.passive()
                && pattern.slots().contains("obj")
                && !scene.actors(subject).isEmpty()) {
            return true;
        }
        Set<String> own = clause.passive() ? Set.of() : Actor.codes(scene.actors(subject));
        for (NounGroup argument : clause.arguments()) {
            String place = argument.preposition() == null ? "obj" : argument.preposition();
            if (pattern.slots().contains(place) && !own.containsAll(Actor.codes(scene.actors(argument)))) {
                return true;
            }
        }
        return false;
    }

    /** A particle that comes after the object: "turned the offer down". */
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
        if (!FunctionWords.PARTICLE.has(lower)) {
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

    private void subject(Clause clause, @Nullable Map<String, int[]> needs) {
        NounGroup subject = clause.subject();
        if (needs != null && subject != null) {
            meet(needs, subject.head());
            List<NounGroup> others = scene.quantity(subject) ? subject.modifiers() : subject.conjuncts();
            others.forEach(group -> meet(needs, group.head())); // "volleys of rockets", "rockets and shells"
        }
    }

    private void object(Clause clause, @Nullable Map<String, int[]> needs) {
        if (needs == null) {
            return;
        }
        if (clause.passive() && clause.subject() != null) {
            names(clause.subject(), needs);
        }
        for (NounGroup argument : clause.arguments()) {
            if (argument.preposition() == null) {
                names(argument, needs);
                stands(argument.last(), needs);
                leftAs(end(argument), needs);
            }
        }
        NounGroup gap = gap(clause);
        if (gap != null) {
            names(gap, needs);
        }
        stands(clause.last(), needs);
        if (possessive(clause.last())) {
            stands(clause.last() + 1, needs);
        }
    }

    /** "kept X from entering": a gerund after a preposition, where it is a clause of its own. */
    private void gerunds(Clause clause, PatternIndex patterns) {
        for (Clause other : scene.parse().clauses()) {
            boolean gerund = other.relation() == ClauseRelation.GERUND && !other.conjoined();
            String preposition = gerund && other.parent() == clause ? other.introducer() : null;
            Map<String, int[]> needs = preposition == null ? null : patterns.after(preposition);
            if (needs != null) {
                meet(needs, scene.lower(other.verb()));
            }
        }
    }

    private void infinitive(Clause clause, @Nullable Map<String, int[]> needs) {
        if (needs == null) {
            return;
        }
        boolean bare = FunctionWords.BARE_INFINITIVE.has(clause.lemma());
        for (Clause other : scene.parse().clauses()) {
            boolean depends = other.parent() == clause
                    && !other.conjoined()
                    && (other.relation() == ClauseRelation.INFINITIVE
                            || bare && other.relation() == ClauseRelation.COMPLEMENT);
            if (depends) {
                meet(needs, other.lemma());
                meet(needs, PatternConstraint.ANY);
            }
        }
    }

    /** A word that stands right after the verb or its object without being a group ("stop short", "set X free"). */
    private void stands(int token, Map<String, int[]> needs) {
        int at = token < scene.tokens().size() && scene.lower(token).equals("\"") ? token + 1 : token;
        if (at < scene.tokens().size()) {
            meet(needs, scene.lower(at));
        }
    }

    /** The state in which something is left or found: "keeps its border with X closed", "finds X's response to Y excessive". */
    private void leftAs(int end, Map<String, int[]> needs) {
        for (int i = end - 1; i <= end && i < scene.tokens().size(); i++) {
            if (lexicon.in(LexiconSet.CONDITION, scene.lower(i)) || lexicon.judgement(scene.lower(i)) < 0) {
                stands(i, needs);
            }
        }
    }

    /** The antecedent of a relative clause where it is the object ("which X rejected"). */
    public static @Nullable NounGroup gap(Clause clause) {
        Clause parent = clause.parent();
        if (clause.relation() == ClauseRelation.INFINITIVE
                && parent != null
                && parent.relation() == ClauseRelation.RELATIVE
                && clause.object() == null) {
            return gap(parent);
        }
        NounGroup antecedent = "whose".equals(clause.introducer()) ? null : clause.antecedent();
        boolean object = antecedent != null && antecedent != clause.subject() && !clause.passive() && !clause.pied();
        return object ? antecedent : null;
    }

    private boolean possessive(int token) {
        return token < scene.tokens().size() && FunctionWords.DETERMINER.has(scene.lower(token));
    }

    private void names(NounGroup group, @Nullable Map<String, int[]> needs) {
        if (needs == null) {
            return;
        }
        meet(needs, PatternConstraint.ANY);
        within(group, needs);
        for (NounGroup conjunct : group.conjuncts()) {
            within(conjunct, needs);
        }
        if (!group.modifiers().isEmpty() && "of".equals(group.modifiers().get(0).preposition())) {
            within(group.modifiers().get(0), needs);
        }
    }

    private void within(NounGroup group, Map<String, int[]> needs) {
        if (!scene.actors(group).isEmpty()) {
            meet(needs, PatternConstraint.ACTOR);
        }
        for (int i = group.first(); i < group.last(); i++) {
            meet(needs, i);
        }
    }

    /** Notes the needs that the word at {@code token} meets, as it stands or as a singular. */
    private void meet(Map<String, int[]> needs, int token) {
        String lower = scene.lower(token);
        String singular = scene.singular(token);
        meet(needs, lower);
        if (!singular.equals(lower)) {
            meet(needs, singular);
        }
    }

    private void meet(Map<String, int[]> needs, String word) {
        int[] numbers = needs.get(word);
        for (int i = 0; numbers != null && i < numbers.length; i++) {
            met.set(numbers[i]);
        }
    }
}
