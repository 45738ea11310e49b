package io.entente.coder.rules.discourse;

import io.entente.avro.EventType;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.clause.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whom words of blame, praise and apology mean that name nobody: "a grave mistake," said X. */
public final class Antecedents {
    private static final int REACH = 2;

    private final List<CandidateEvent> current;
    private final EventHistory history;

    /**
     * The antecedents for a sentence.
     *
     * @param current what the sentence has reported so far
     * @param history what the sentences before it reported
     */
    Antecedents(List<CandidateEvent> current, EventHistory history) {
        this.current = current;
        this.history = history;
    }

    /** Who did {@code codes} harm, or else who last did something hostile, deeds before words. */
    public List<Actor> offender(Set<String> codes) {
        List<Actor> toward =
                EventMemory.sources(recent(), event -> event.sign() < 0 && EventMemory.suffered(event, codes));
        List<Actor> deed = toward.isEmpty()
                ? EventMemory.sources(recent(), event -> event.sign() < 0 && !verbal(event) && unlike(event, codes))
                : toward;
        return deed.isEmpty() ? EventMemory.sources(recent(), event -> event.sign() < 0 && unlike(event, codes)) : deed;
    }

    /** Who last did something good. */
    public List<Actor> benefactor(Set<String> codes) {
        return EventMemory.sources(recent(), event -> event.sign() > 0 && unlike(event, codes));
    }

    /** To whom {@code codes} last did something hostile. */
    public List<Actor> wronged(Set<String> codes) {
        return EventMemory.last(recent(), event -> event.sign() < 0 && EventMemory.done(event, codes))
                .map(event -> List.of(event.target()))
                .orElse(List.of());
    }

    /** Who acted in the sentence before, toward {@code codes} if anybody did. */
    public List<Actor> answered(Set<String> codes) {
        List<Actor> toward = EventMemory.sources(history.last(1), event -> EventMemory.suffered(event, codes));
        List<Actor> opponent = toward.isEmpty()
                ? EventMemory.last(history.last(1), event -> EventMemory.done(event, codes))
                        .map(event -> List.of(event.target()))
                        .orElse(List.of())
                : toward;
        return Actor.first(
                opponent,
                EventMemory.sources(history.last(1), event -> unlike(event, codes)),
                Actor.without(history.lastMovers(), codes));
    }

    /** All whom a hostile act of the sentence before concerns, or else the only state that it names. */
    public List<Actor> involved(Set<String> codes) {
        List<Actor> sides = new ArrayList<>(2);
        history.last(1).flatMap(List::stream).filter(event -> event.sign() < 0).forEach(event -> {
            sides.addAll(
                    Actor.without(Actor.without(List.of(event.source(), event.target()), codes), Actor.codes(sides)));
        });
        return Actor.first(sides, only(codes));
    }

    private List<Actor> only(Set<String> codes) {
        List<Actor> named = Actor.without(history.named(), codes);
        return Actor.codes(named).size() == 1 ? named.subList(0, 1) : List.of();
    }

    /** Whom those helped of whom the sentence before tells, or else the only state that it names. */
    public List<Actor> stricken(Set<String> codes) {
        List<Actor> helped = EventMemory.last(
                        history.last(1), event -> event.type() == EventType.AID && unlike(event, codes))
                .map(event -> List.of(event.target()))
                .orElse(List.of());
        return Actor.first(helped, only(codes));
    }

    private Stream<List<CandidateEvent>> recent() {
        return Stream.concat(Stream.of(current), history.last(REACH));
    }

    private static boolean unlike(CandidateEvent event, Set<String> codes) {
        return !codes.contains(event.source().code());
    }

    private static boolean verbal(CandidateEvent event) {
        return switch (event.type()) {
            case ACCUSE, REJECT, REQUEST, STATEMENT, PROTEST -> true;
            default -> false;
        };
    }
}
