package io.entente.coder.rules.candidate;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnyTarget;
import io.entente.coder.rules.clause.Factuality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects the statements of one sentence. Of several with the same actors and type it keeps the one that is best founded. */
public final class CandidateEvents {
    private final Map<Key, CandidateEvent> byKey = new LinkedHashMap<>();
    private final boolean anybody;

    /**
     * No statements yet.
     *
     * @param anybody whether acts count that nobody is named for
     */
    public CandidateEvents(boolean anybody) {
        this.anybody = anybody;
    }

    private record Key(String source, String target, EventType type) {}

    /** An act as a rule found it, before its actors are paired. */
    public record Act(
            EventType type,
            double intensity,
            Status status,
            @Nullable String severe,
            int first,
            int last,
            Factuality context,
            Grounds grounds,
            List<String> entries) {

        public Act as(EventType other, double intensity, Status status) {
            return new Act(other, intensity, status, null, first, last, context, grounds, entries);
        }
    }

    /** One statement for each source and each target that differ. A hostile deed that its victim reports is also a reproach. */
    public void add(Act act, List<Actor> sources, List<Actor> targets) {
        if (anybody && sources.isEmpty()) {
            targets.forEach(target -> tell(act, AnyTarget.somebody(target), target));
        }
        for (Actor source : sources) {
            for (Actor target : targets) {
                if (!source.code().equals(target.code())) {
                    tell(act, source, target);
                }
            }
        }
    }

    /** Adds, as {@link #add} does, the statements of pairs of which nothing has been found yet. */
    public void addMissing(Act act, List<Actor> sources, List<Actor> targets) {
        for (Actor source : sources) {
            for (Actor target : targets) {
                if (!has(source.code(), target.code())) {
                    add(act, List.of(source), List.of(target));
                }
            }
        }
    }

    private void tell(Act act, Actor source, Actor target) {
        Set<String> speakers = Actor.codes(act.context().voice().actors());
        boolean victim = act.context().said() && speakers.contains(target.code()) && !speakers.contains(source.code());
        if (victim && EventTypes.force(act.type()) && act.status() == Status.ASSERTED) {
            Actor speaker = act.context().voice().actors().stream()
                    .filter(a -> a.code().equals(target.code()))
                    .findFirst()
                    .orElse(target);
            put(act.as(EventType.ACCUSE, EventTypes.intensity(EventType.ACCUSE), Status.ASSERTED), speaker, source);
            put(
                    new Act(
                            act.type(),
                            act.intensity(),
                            Status.REPORTED,
                            act.severe(),
                            act.first(),
                            act.last(),
                            act.context(),
                            act.grounds(),
                            act.entries()),
                    source,
                    target);
        } else {
            put(act, source, target);
        }
    }

    private void put(Act act, Actor source, Actor target) {
        CandidateEvent draft = new CandidateEvent(
                source,
                target,
                act.type(),
                act.intensity(),
                act.status(),
                act.severe(),
                act.first(),
                act.last(),
                act.context().voice(),
                act.grounds(),
                act.entries());
        byKey.merge(new Key(source.code(), target.code(), act.type()), draft, CandidateEvents::better);
    }

    private static CandidateEvent better(CandidateEvent old, CandidateEvent other) {
        int order = Integer.compare(rank(other.status()), rank(old.status()));
        return order < 0 || order == 0 && other.grounds().betterThan(old.grounds()) ? other : old;
    }

    private static int rank(Status status) {
        return switch (status) {
            case ASSERTED -> 0;
            case INTENDED -> 1;
            case REPORTED -> 2;
            case PAST -> 3;
            case DENIED -> 4;
        };
    }

    /** Whether acts count that nobody is named for. */
    public boolean anybody() {
        return anybody;
    }

    public boolean has(String source, String target) {
        return byKey.values().stream()
                .anyMatch(d ->
                        d.source().code().equals(source) && d.target().code().equals(target));
    }

    /** Forgets those that something better tells. */
    public void drop(Predicate<CandidateEvent> which) {
        byKey.values().removeIf(which);
    }

    public List<CandidateEvent> all() {
        return new ArrayList<>(byKey.values());
    }
}
