package io.entente.coder.rules.discourse;

import static io.entente.coder.rules.clause.Actor.first;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.SemanticRoles;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.VerbMark;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who does an act whose doer is not the subject. */
public final class AgentResolver {
    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final SemanticRoles roles;

    public AgentResolver(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.roles = stage.roles();
    }

    /** Those who do what the subject suffers: "drew criticism from X", "came under X's fire". */
    public List<Actor> ofSuffered(Predicate use) {
        Clause clause = use.clause();
        List<Actor> agents = first(roles.after(clause, "from"), roles.after(clause, "by"), roles.after(clause, "at"));
        for (NounGroup argument : clause.arguments()) {
            boolean named = argument.preposition() != null && use.entry().places(argument.preposition());
            agents = agents.isEmpty() && named ? scene.agents(argument) : agents;
            NounEntry noun = agents.isEmpty() && named ? scene.event(argument) : null;
            agents = noun == null ? agents : stage.nouns().agents(argument, noun);
        }
        return agents.isEmpty() && clause.object() != null
                ? scene.nearest(clause.object(), Actor.codes(scene.actors(clause.subject())), false)
                : agents;
    }

    /**
     * An agent that a passive leaves out: "was arrested in Lebanon", for only a state arrests. Whoever kidnaps or kills somewhere is
     * not the place.
     */
    public List<Actor> hidden(Predicate use, EventType type) {
        Clause clause = use.clause();
        boolean announced = clause.passive()
                && use.status() == Status.INTENDED
                && EventTypes.hostile(type)
                && !use.context().voice().narrator()
                && clause.parent() != null
                && warns(clause.parent());
        if (announced) {
            return use.context().voice().actors();
        }
        if (clause.passive() && (EventTypes.force(type) || type == EventType.AID || type == EventType.SANCTION)) {
            boolean rescued = type == EventType.AID && use.entry().has(VerbMark.OBJECT);
            List<Actor> sender = EventTypes.force(type) || rescued ? List.of() : roles.after(clause, "from");
            List<Actor> origin = first(sender, at(use, type), occasion(clause), blow(clause), struckBack(clause, type));
            if (!origin.isEmpty()) {
                return origin;
            }
        }
        if (clause.passive() && type == EventType.PROTEST) {
            return first(host(clause), roles.after(clause, "to"));
        }
        if (clause.passive()
                && type == EventType.SANCTION
                && stage.lexicon().in(LexiconSet.EXCLUDING, clause.lemma())) {
            return first(roles.after(clause, "to"), roles.after(clause, "into"), within(clause));
        }
        if (clause.passive() && type == EventType.SANCTION) {
            return stage.childrenOf(clause).stream()
                    .filter(c -> c.relation() == ClauseRelation.INFINITIVE
                            && c.lemma().equals("leave"))
                    .map(c -> roles.object(c, Set.of()))
                    .findFirst()
                    .orElse(List.of());
        }
        boolean lawful = clause.passive()
                && (type == EventType.COERCE || type == EventType.ACCUSE)
                && (stage.lexicon().in(LexiconSet.LAWFUL, clause.lemma())
                        || clause.lemma().equals("hold") && !hostage(clause));
        boolean soldier = clause.subject() != null
                && stage.lexicon().in(LexiconSet.TRYING, clause.lemma())
                && stage.lexicon()
                        .in(LexiconSet.FORCES, scene.singular(clause.subject().head()));
        return lawful && !soldier && !byOthers(clause)
                ? first(roles.after(clause, "in"), jurisdiction(clause))
                : List.of();
    }

    /** "were detained by gunmen in X", not "by a judge in X". */
    private boolean byOthers(Clause clause) {
        NounGroup agent = clause.argument("by");
        return agent != null && !stage.lexicon().in(LexiconSet.JUDICIARY, scene.singular(agent.head()));
    }

    /** "was denied entry to X", "was refused a visa for X". */
    private List<Actor> within(Clause clause) {
        return clause.arguments().stream()
                .filter(argument -> argument.preposition() == null)
                .flatMap(argument -> argument.modifiers().stream())
                .map(scene::actors)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** "was shot dead after stabbing an X soldier": those whom he attacked struck back. */
    private List<Actor> struckBack(Clause clause, EventType type) {
        if (type != EventType.ASSAULT) {
            return List.of();
        }
        return stage.childrenOf(clause).stream()
                .filter(child -> child.object() != null
                        && (child.relation() == ClauseRelation.GERUND
                                || child.relation() == ClauseRelation.ADVERBIAL && pronoun(child.subject()))
                        && stage.matcher().entries(child).stream()
                                .limit(1)
                                .anyMatch(entry -> entry.type() == EventType.ASSAULT))
                .map(child -> scene.actors(child.object()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private boolean pronoun(@Nullable NounGroup subject) {
        return subject != null && FunctionWords.PERSONAL_PRONOUN.has(scene.head(subject));
    }

    /** "was jailed in the Kenyan city of Kisumu", "on the Greek island of Crete". */
    private List<Actor> jurisdiction(Clause clause) {
        Set<String> held = Actor.codes(scene.actors(clause.subject()));
        for (NounGroup argument : clause.arguments()) {
            String preposition = argument.preposition();
            boolean within = FunctionWords.AT_PLACE.has(preposition)
                    && stage.lexicon().in(LexiconSet.JURISDICTION, scene.singular(argument.head()));
            List<Actor> found = within ? scene.nearest(argument, held, true) : List.of();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** "were held hostage". */
    private boolean hostage(Clause clause) {
        String next = clause.last() < scene.tokens().size() ? scene.lower(clause.last()) : "";
        return next.equals("hostage") || next.equals("captive") || next.equals("hostages");
    }

    /**
     * "was shot at an Iraqi post", "was shut out at Beijing's insistence", but not "were sent at Baghdad's request" and not "was fired at
     * an Iraqi post".
     */
    private List<Actor> at(Predicate use, EventType type) {
        Clause clause = use.clause();
        boolean asked = type == EventType.MOBILIZE
                && clause.arguments().stream()
                        .anyMatch(a ->
                                "at".equals(a.preposition()) && stage.lexicon().in(LexiconSet.ASKED, scene.head(a)));
        return asked || use.entry().slots().contains("at") && shot(clause)
                ? List.of()
                : roles.after(clause, "at").stream()
                        .filter(actor -> !AnnotatedSentence.place(actor) && !premises(actor.group()))
                        .toList();
    }

    /** "Shots were fired": what is fired is not hit. */
    private boolean shot(Clause clause) {
        return clause.subject() != null
                && stage.lexicon()
                        .in(LexiconSet.WEAPON, scene.singular(clause.subject().head()));
    }

    /** "was shot at the Kenyan consulate". */
    private boolean premises(NounGroup group) {
        return stage.lexicon().in(LexiconSet.PREMISES, scene.singular(group.head()));
    }

    /** Doctors and rescuers speak for nobody, but where they help it is their country that does. */
    public List<Actor> helping(Clause clause, List<Actor> sources) {
        NounGroup subject = clause.passive() ? null : clause.subject();
        boolean helpers = subject != null && stage.lexicon().in(LexiconSet.HELPER, scene.singular(subject.head()));
        return helpers ? scene.actors(subject) : sources;
    }

    /** "were killed when X shelled …". */
    private List<Actor> occasion(Clause clause) {
        for (Clause child : stage.childrenOf(clause)) {
            boolean force = child.relation() == ClauseRelation.ADVERBIAL
                    && stage.matcher().entries(child).stream().limit(1).anyMatch(e -> e.type() == EventType.ASSAULT);
            if (force) {
                return child.passive() ? roles.after(child, "by") : scene.agents(child.subject());
            }
        }
        return List.of();
    }

    /** "warned X that its balloon would be shot down": who warns will do it. */
    private boolean warns(Clause parent) {
        return switch (stage.matcher().operator(parent)) {
            case WARN, THREATEN, VOW -> true;
            default -> false;
        };
    }

    /** "were killed in a strike by X", "was wounded by X's shelling". */
    private List<Actor> blow(Clause clause) {
        for (NounGroup argument : clause.arguments()) {
            boolean within = FunctionWords.BLOW.has(argument.preposition());
            NounEntry noun = within ? stage.lexicon().nounOf(scene.head(argument)) : null;
            if (noun != null && noun.type() == EventType.ASSAULT) {
                return stage.nouns().agents(argument, noun);
            }
        }
        return List.of();
    }

    /** The state in whose capital an envoy sits: "Seoul's ambassador in Hanoi was summoned". */
    private List<Actor> host(Clause clause) {
        List<NounGroup> modifiers =
                clause.subject() == null ? List.of() : clause.subject().modifiers();
        return modifiers.stream()
                .filter(m -> "in".equals(m.preposition()) || "to".equals(m.preposition()))
                .map(scene::actors)
                .findFirst()
                .orElse(List.of());
    }
}
