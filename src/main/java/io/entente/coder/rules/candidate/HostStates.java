package io.entente.coder.rules.candidate;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds the states that acts toward armed groups concern: force against a group is force in the state in which it is used, and a truce with
 * a group is one with the country that it comes from. (Where force names nobody at all, {@code TerritoryResolver} finds the state.)
 */
public final class HostStates {
    private final AnnotatedSentence scene;

    public HostStates(AnnotatedSentence scene) {
        this.scene = scene;
    }

    /** The candidates, and beside those toward armed groups what they mean for states. */
    public List<CandidateEvent> extend(List<CandidateEvent> found) {
        List<CandidateEvent> extended = new ArrayList<>(found);
        for (CandidateEvent event : found) {
            boolean toward = event.target().mention().actorKind() == ActorKind.ARMED_GROUP;
            boolean from = event.source().mention().actorKind() == ActorKind.ARMED_GROUP;
            if (toward && !from) {
                Actor state = event.target().mention().basedIn(event.source().code()) ? at(event) : toward(event);
                if (state != null && !state.code().equals(event.source().code())) {
                    add(extended, event.between(event.source(), state));
                }
            } else if (from && !toward && event.type() == EventType.RETREAT && mutual(event, found)) {
                Actor state = home(event.source());
                if (state != null && !state.code().equals(event.target().code())) {
                    add(extended, event.between(state, event.target()));
                }
            }
        }
        return extended;
    }

    private static void add(List<CandidateEvent> events, CandidateEvent event) {
        boolean known = events.stream()
                .anyMatch(e -> e.type() == event.type()
                        && e.source().code().equals(event.source().code())
                        && e.target().code().equals(event.target().code()));
        if (!known) {
            events.add(event);
        }
    }

    /** Whether both sides do it, as in a truce; a group that releases its captives does so alone. */
    private static boolean mutual(CandidateEvent event, List<CandidateEvent> found) {
        return !event.target().mention().code().equals(event.source().mention().home())
                && !event.source().mention().basedIn(event.target().code())
                && found.stream()
                        .anyMatch(other -> other.type() == event.type()
                                && other.source().code().equals(event.target().code())
                                && other.target().code().equals(event.source().code()));
    }

    /** Where a state fights a group that it has on its own ground: elsewhere only if the sentence says so. */
    private @Nullable Actor at(CandidateEvent event) {
        return event.type() == EventType.ASSAULT ? of(event.first()) : null;
    }

    private @Nullable Actor toward(CandidateEvent event) {
        return switch (event.type()) {
            case ASSAULT -> {
                Actor where = of(event.first());
                yield where == null ? home(event.target()) : where;
            }
            case RETREAT, AGREE, COERCE -> home(event.target());
            default -> null;
        };
    }

    private static @Nullable Actor home(Actor group) {
        String code = group.mention().home();
        return code == null
                ? null
                : new Actor(group.mention().of(code, ActorKind.COUNTRY), group.group(), group.direct());
    }

    /** The country in which the act at {@code trigger} happens by the place named nearest to it; null if none is named. */
    @Nullable
    Actor of(int trigger) {
        Actor nearest = null;
        int distance = Integer.MAX_VALUE;
        for (NounGroup group : scene.parse().groups()) {
            if (group.preposition() == null || !FunctionWords.WITHIN.has(group.preposition())) {
                continue;
            }
            int apart = group.first() > trigger ? group.first() - trigger : 2 * (trigger - group.first());
            for (Actor actor : apart < distance ? scene.actors(group) : List.<Actor>of()) {
                if (place(actor)) {
                    nearest = actor;
                    distance = apart;
                }
            }
        }
        return nearest;
    }

    private static boolean place(Actor actor) {
        MentionKind kind = actor.mention().kind();
        boolean name = kind == MentionKind.COUNTRY || kind == MentionKind.CAPITAL || kind == MentionKind.OTHER;
        return actor.mention().actorKind() == ActorKind.COUNTRY
                && (name || kind == MentionKind.DEMONYM && actor.mention().role() == null);
    }
}
