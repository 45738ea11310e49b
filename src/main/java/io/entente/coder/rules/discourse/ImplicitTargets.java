package io.entente.coder.rules.discourse;

import static io.entente.coder.rules.clause.Actor.first;

import io.entente.avro.EventType;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.Factuality;
import io.entente.coder.rules.clause.NounRoles;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.coder.rules.lexicon.NounMark;
import io.entente.coder.rules.lexicon.VerbClass;
import io.entente.coder.rules.lexicon.VerbMark;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom an act that a noun names concerns where the noun's own words leave him out: who answers it, reacts to it, or is spoken of in it. */
public final class ImplicitTargets {
    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final TerritoryResolver territory;

    public ImplicitTargets(SentenceCodingState stage) {
        this.stage = stage;
        this.scene = stage.scene();
        this.territory = new TerritoryResolver(stage);
    }

    /**
     * Where an act takes place whose noun names no target: the ground on which force is used, the country that is visited.
     *
     * @param clause the clause in which the noun stands, or null
     */
    public List<Actor> ground(NounGroup group, NounEntry noun, @Nullable Clause clause, List<Actor> agents) {
        boolean strikes = noun.type() == EventType.ASSAULT
                && agents.stream().allMatch(Actor::direct)
                && agents.stream().noneMatch(actor -> stage.lexicon().in(LexiconSet.PEACEKEEPING, actor.code()));
        boolean visits = noun.type() == EventType.CONSULT && noun.ofAgent();
        if (!strikes && !visits) {
            return answering(group, noun, agents) ? subject(clause, agents) : List.of();
        }
        List<Actor> found = List.of();
        for (NounGroup modifier : NounRoles.chain(group)) {
            boolean place = FunctionWords.GROUND_OF_NOUN.has(modifier.preposition());
            found = found.isEmpty() && place ? scene.nearest(modifier, Actor.codes(agents), true) : found;
        }
        if (!found.isEmpty() || clause == null) {
            return found;
        }
        boolean received = visits && FunctionWords.BESIDE.has(group.preposition()); // "X agreed after a visit by Y"
        return Actor.first(territory.of(clause, Actor.codes(agents)), received ? subject(clause, agents) : List.of());
    }

    /** "in response to X's sanctions", "due to sanctions by X": whoever answers an act is hit by it. */
    public boolean answering(NounGroup group, NounEntry noun, List<Actor> agents) {
        NounGroup governor = group.governor();
        boolean answer = governor != null
                && "to".equals(group.preposition())
                && stage.lexicon().in(LexiconSet.ANSWER, scene.head(governor));
        return noun.type() == EventType.SANCTION
                && !agents.isEmpty()
                && (answer || FunctionWords.REASON.has(group.preposition()));
    }

    private List<Actor> subject(@Nullable Clause clause, List<Actor> agents) {
        return clause == null
                ? List.of()
                : Actor.without(stage.roles().subject(clause, stage.contexts().of(clause), 3), Actor.codes(agents));
    }

    /** Whom an act concerns that the words leave out: who answers it, or where its subject goes. */
    public List<Actor> affected(NounGroup group, NounEntry noun, Clause clause, List<Actor> agents) {
        if (group == clause.subject()) {
            if (noun.type() != EventType.AID) {
                return reacting(noun, clause, Actor.codes(agents));
            }
            List<Actor> object = stage.roles().object(clause, Actor.codes(agents));
            for (NounGroup argument : clause.arguments()) {
                boolean goal = "into".equals(argument.preposition())
                        || "to".equals(argument.preposition())
                        || "in".equals(argument.preposition());
                object = object.isEmpty() && goal ? scene.nearest(argument, Actor.codes(agents), true) : object;
            }
            return object;
        }
        Factuality context = stage.contexts().of(clause);
        boolean hostile = EventTypes.hostile(noun.type());
        boolean heard = noun.has(NounMark.ECHO) && FunctionWords.HEEDED.has(group.preposition());
        boolean weighed = noun.type() == EventType.REQUEST
                && group == clause.object()
                && stage.lexicon().in(LexiconSet.DEBATING, clause.lemma()); // "considers a request from X"
        return heard || weighed || stirs(group, noun, clause) || answered(clause) && hostile
                ? Actor.without(stage.roles().subject(clause, context, 3), Actor.codes(agents))
                : List.of();
    }

    /** "Moved by a plea from X, Y …": words that move somebody went to him. */
    public static boolean stirs(NounGroup group, NounEntry noun, @Nullable Clause clause) {
        return "by".equals(group.preposition())
                && clause != null
                && clause.passive()
                && !clause.finite()
                && addresses(noun.type());
    }

    /** "A promise by X drew thanks from Y", "X's offer angered Y": who reacts to words is whom they went to. */
    private List<Actor> reacting(NounEntry noun, Clause clause, Set<String> agents) {
        if (!addresses(noun.type())) {
            return List.of();
        }
        if (stage.matcher().operator(clause) == VerbClass.FACE) {
            return Actor.without(
                    first(stage.roles().after(clause, "from"), stage.roles().after(clause, "by")), agents);
        }
        boolean moves = stage.matcher().entries(clause).stream().anyMatch(e -> e.has(VerbMark.EXPERIENCER));
        return moves ? Actor.without(scene.agents(clause.object()), agents) : List.of();
    }

    /** Whether the act is done by words that go to somebody. */
    private static boolean addresses(EventType type) {
        return switch (type) {
            case ACCUSE, REQUEST, THREATEN, PROTEST, REJECT, SUPPORT, AGREE, CONCEDE -> true;
            default -> false;
        };
    }

    public boolean answered(Clause clause) {
        return switch (stage.matcher().operator(clause)) {
            case COMPLAIN, CONDEMN, CALL, ACCUSE, HITBACK, RESPOND -> true;
            default ->
                stage.matcher().entries(clause).stream()
                        .anyMatch(e -> e.type() == EventType.PROTEST || e.type() == EventType.ACCUSE);
        };
    }

    /** "accusations that X armed rebels", "the demand that X withdraw". */
    public List<Actor> content(NounGroup group, Set<String> agents) {
        for (Clause clause : scene.parse().clauses()) {
            if (clause.parentNoun() == group
                    || clause.antecedent() == group && "that".equals(scene.lower(group.last()))) {
                List<Actor> subject = Actor.without(scene.agents(clause.subject()), agents);
                if (!subject.isEmpty()) {
                    return subject;
                }
            }
        }
        return List.of();
    }
}
