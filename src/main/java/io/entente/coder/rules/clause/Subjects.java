package io.entente.coder.rules.clause;

import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The subject of a clause, and the one to be understood where an infinitive or a gerund has none: that of the verb above, or its object. */
public final class Subjects {
    /** Verbs whose object does what the infinitive says: "urged X to stop". */
    private static final Set<VerbClass> OBJECT_CONTROL = Set.of(
            VerbClass.CAUSE,
            VerbClass.URGE,
            VerbClass.WARN,
            VerbClass.ASK,
            VerbClass.DEMAND,
            VerbClass.ACCUSE,
            VerbClass.CONDEMN,
            VerbClass.THANK,
            VerbClass.WELCOME,
            VerbClass.SANCTION,
            VerbClass.SUPPORT);

    private final AnnotatedSentence scene;
    private final PatternMatcher matcher;
    private final NounRoles nouns;
    private final Arguments arguments;
    private final Possessors descriptions;

    Subjects(
            AnnotatedSentence scene,
            PatternMatcher matcher,
            NounRoles nouns,
            Arguments arguments,
            Possessors descriptions) {
        this.scene = scene;
        this.matcher = matcher;
        this.nouns = nouns;
        this.arguments = arguments;
        this.descriptions = descriptions;
    }

    /** Those who do what the clause says, looked for at most {@code depth} clauses above it. */
    List<Actor> of(Clause clause, Factuality context, int depth) {
        Clause parent = clause.parent();
        if (clause.conjoined() && parent != null && depth > 0 && !clause.finite()) {
            return of(parent, context, depth - 1);
        }
        if (accompanies(clause)) {
            List<Actor> both =
                    new ArrayList<>(speaking(Objects.requireNonNull(parent).subject(), context));
            both.addAll(Actor.without(patient(parent), Actor.codes(both)));
            return both;
        }
        boolean dependent =
                clause.relation() == ClauseRelation.INFINITIVE || clause.relation() == ClauseRelation.GERUND;
        if (dependent && parent != null) {
            NounGroup noun = clause.parentNoun();
            NounEntry entry = noun == null ? null : scene.event(noun);
            if (noun != null && entry != null) {
                List<Actor> agents = nouns.agents(noun, entry);
                if (!agents.isEmpty()) {
                    return agents;
                }
            }
            if (controlledByObject(clause, parent)) {
                List<Actor> object = patient(parent);
                boolean reason = clause.relation() == ClauseRelation.GERUND && "for".equals(clause.introducer());
                if (!object.isEmpty() || reason && !parent.passive()) {
                    return object;
                }
            }
            if (depth > 0
                    && (parent.relation() == ClauseRelation.INFINITIVE || parent.relation() == ClauseRelation.GERUND)) {
                return of(parent, context, depth - 1);
            }
        }
        if (clause.relation() == ClauseRelation.PARTICIPLE && parent != null) {
            List<Actor> absolute = absolute(clause, parent);
            if (!absolute.isEmpty()) {
                return absolute;
            }
        }
        if (clause.relation() == ClauseRelation.RELATIVE && placeName(clause.subject())) {
            return List.of();
        }
        List<Actor> named = Actor.first(speaking(clause.subject(), context), strikers(clause.subject()));
        NounGroup paper = clause.relation() == ClauseRelation.RELATIVE ? clause.subject() : null;
        if (named.isEmpty() && paper != null && parent != null && depth > 0 && scene.document(paper)) {
            List<Actor> authors = scene.actors(paper).stream()
                    .filter(actor -> actor.group() == paper && actor.mention().last() <= paper.head())
                    .toList();
            return authors.isEmpty() ? of(parent, context, depth - 1) : authors;
        }
        return named.isEmpty() ? descriptions.maker(clause.subject()) : accompanied(clause.subject(), named);
    }

    /** "met, with X's envoy accusing Y": who does it stands after "with". */
    private List<Actor> absolute(Clause clause, Clause parent) {
        List<Actor> found = List.of();
        for (NounGroup group : scene.parse().groups()) {
            int with = group.first() - 1;
            boolean opens = "with".equals(group.preposition())
                    && with > parent.verb() + 1
                    && group.last() <= clause.first()
                    && scene.lower(with - 1).equals(",");
            found = opens ? scene.agents(group) : found;
        }
        return found;
    }

    /** "a tunnel near X that crossed …": a name takes no clause that says which is meant, so the clause describes something before it. */
    private boolean placeName(@Nullable NounGroup subject) {
        if (subject == null
                || subject.preposition() == null
                || subject.last() < scene.tokens().size()
                        && scene.lower(subject.last()).equals(",")) {
            return false;
        }
        boolean within = FunctionWords.LOCATION.has(subject.preposition())
                || subject.preposition().equals("of");
        List<Actor> actors = scene.actors(subject);
        return within
                && !actors.isEmpty()
                && actors.stream()
                        .allMatch(actor -> bare(actor.mention().kind())
                                && actor.mention().first() <= subject.head()
                                && subject.head() < actor.mention().last());
    }

    private static boolean bare(MentionKind kind) {
        return kind == MentionKind.COUNTRY || kind == MentionKind.CAPITAL || kind == MentionKind.OTHER;
    }

    /** "An air strike by X killed …": whoever used the force that the subject names. */
    private List<Actor> strikers(@Nullable NounGroup subject) {
        NounEntry force = subject == null ? null : scene.event(subject);
        return subject == null || force == null || force.type() != EventType.ASSAULT
                ? List.of()
                : nouns.agents(subject, force);
    }

    /** "joined X in blaming Y": both do it. */
    public static boolean accompanies(Clause clause) {
        Clause parent = clause.parent();
        return clause.relation() == ClauseRelation.GERUND
                && parent != null
                && parent.lemma().equals("join")
                && "in".equals(clause.introducer());
    }

    /** "X, joined by Y, …", "X, along with Y, …": they act together. */
    private List<Actor> accompanied(@Nullable NounGroup subject, List<Actor> named) {
        if (subject == null) {
            return named;
        }
        List<Actor> all = new ArrayList<>(named);
        Clause joined = subject.relative();
        if (joined != null && joined.passive() && scene.in(LexiconSet.COMPANY, joined.lemma())) {
            all.addAll(Actor.without(arguments.after(joined, "by"), Actor.codes(all)));
        }
        for (NounGroup modifier : subject.modifiers()) {
            if (FunctionWords.COMITATIVE.has(modifier.preposition())) {
                all.addAll(Actor.without(scene.agents(modifier), Actor.codes(all)));
            }
        }
        return all;
    }

    private boolean controlledByObject(Clause clause, Clause parent) {
        boolean own =
                clause.relation() == ClauseRelation.GERUND && FunctionWords.SUBJECT_GERUND.has(clause.introducer());
        if (own && matcher.operator(parent) != VerbClass.ACCUSE) {
            return false;
        }
        return OBJECT_CONTROL.contains(matcher.operator(parent));
    }

    private List<Actor> patient(Clause clause) {
        if (clause.passive()) {
            return scene.agents(clause.subject());
        }
        for (NounGroup argument : clause.arguments()) {
            List<Actor> actors = scene.agents(argument);
            if (!actors.isEmpty() && !actors.stream().allMatch(AnnotatedSentence::place)) {
                return actors;
            }
        }
        NounGroup gap = PatternMatcher.gap(clause);
        return gap == null ? List.of() : scene.agents(gap);
    }

    /** The agents of a subject; "we" stands for the speaker. */
    List<Actor> speaking(@Nullable NounGroup subject, Factuality context) {
        if (subject != null) {
            String head = scene.head(subject);
            boolean own = scene.lower(subject.first()).equals("our")
                    || scene.lower(subject.first()).equals("my");
            if (own || head.equals("we") || head.equals("i")) {
                return context.voice().actors();
            }
        }
        return scene.agents(subject);
    }
}
