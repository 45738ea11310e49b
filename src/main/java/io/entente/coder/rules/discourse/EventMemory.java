package io.entente.coder.rules.discourse;

import io.entente.avro.EventType;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.candidate.CandidateEvents;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.NounGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an article has reported up to a point in a sentence, for words that point back: "the accusation", "Budapest rejected the
 * complaint". The latest event that fits is the one that is meant.
 */
public final class EventMemory {
    /** How many sentences a quarrel stays in mind. */
    private static final int QUARREL = 3;

    private final CandidateEvents current;
    private final EventHistory history;

    /**
     * A memory.
     *
     * @param current what the sentence has reported so far; it may grow
     * @param history what the sentences before it reported
     */
    EventMemory(CandidateEvents current, EventHistory history) {
        this.current = current;
        this.history = history;
    }

    /** Who last did something to {@code codes}, something hostile if asked for. */
    public List<Actor> lastToward(Set<String> codes, boolean hostile) {
        return sources(everything(), event -> suffered(event, codes) && (!hostile || dispute(event)));
    }

    /** Who did something hostile to {@code codes} in this sentence. */
    public List<Actor> answering(Set<String> codes) {
        return sources(
                sentence(), event -> event.sign() < 0 && event.type() != EventType.REQUEST && suffered(event, codes));
    }

    /**
     * The other side of the last dispute of {@code codes}, in this sentence or the few before, which may also have been a dispute among
     * {@code codes}.
     */
    public List<Actor> opponent(Set<String> codes) {
        return last(sentence(), event -> dispute(event) && (suffered(event, codes) || done(event, codes)))
                .or(() -> last(
                        history.last(QUARREL),
                        event -> dispute(event) && others(event, codes).size() < 2))
                .map(event -> List.of(codes.contains(event.source().code()) ? event.target() : event.source()))
                .orElse(List.of());
    }

    /** Whom the sentence spoke of last, other than {@code codes}: for "the move", "them", "a step that …". */
    public List<Actor> lastNamed(Set<String> codes, boolean hostile) {
        List<Actor> toward = lastToward(codes, hostile);
        List<Actor> here = toward.isEmpty()
                ? last(sentence(), event -> !others(event, codes).isEmpty())
                        .map(event -> movers(event, codes))
                        .orElse(List.of())
                : toward;
        List<Actor> before = here.isEmpty() ? Actor.without(doers(), codes) : here;
        return before.isEmpty() ? Actor.without(history.movers(), codes) : before;
    }

    /** Who did what "the visit", "this move" names: whoever acted in the sentence before. */
    public List<Actor> mover(AnnotatedSentence scene, NounGroup group) {
        boolean definite = FunctionWords.POINTER.has(scene.lower(group.first()));
        return definite && scene.in(LexiconSet.MOVE, scene.head(group)) ? history.movers() : List.of();
    }

    /** Whom words of blame, praise and apology mean that name nobody. */
    public Antecedents antecedents() {
        return new Antecedents(current.all(), history);
    }

    /** Who did something in the sentence before this one. */
    private List<Actor> doers() {
        return last(history.last(1), event -> true)
                .map(event -> List.of(event.source()))
                .orElse(List.of());
    }

    /** Who did it: of a mutual act all who did. */
    private List<Actor> movers(CandidateEvent event, Set<String> codes) {
        List<Actor> movers = new ArrayList<>(others(event, codes).subList(0, 1));
        for (CandidateEvent other : current.all()) {
            boolean same = other.first() == event.first() && other.type() == event.type();
            boolean back = same
                    && current.all().stream()
                            .anyMatch(answer -> answer.first() == other.first()
                                    && answer.source()
                                            .code()
                                            .equals(other.target().code())
                                    && answer.target()
                                            .code()
                                            .equals(other.source().code()));
            movers.addAll(back ? Actor.without(others(other, codes), Actor.codes(movers)) : List.of());
        }
        return movers;
    }

    /** What was done to {@code codes} in this sentence, or else last before it. */
    public List<CandidateEvent> toward(Set<String> codes) {
        List<CandidateEvent> found = current.all().stream()
                .filter(event -> codes.contains(event.target().code()))
                .toList();
        return found.isEmpty()
                ? last(history.all(), event -> codes.contains(event.target().code())).stream()
                        .toList()
                : found;
    }

    /** Who last accused {@code codes}. */
    public List<Actor> accuser(Set<String> codes) {
        return sources(
                everything(),
                event -> event.type() == EventType.ACCUSE
                        && codes.contains(event.target().code()));
    }

    /** Both sides of the last agreement, truce or talks, without {@code codes}. */
    public List<Actor> parties(Set<String> codes) {
        return everything()
                .filter(events -> events.stream().anyMatch(EventMemory::settles))
                .findFirst()
                .map(events -> Actor.without(sides(events), codes))
                .orElse(List.of());
    }

    /** Two others who last did something hostile to one another. */
    public List<Actor> quarrel(Set<String> codes) {
        return last(
                        everything(),
                        event -> event.sign() < 0 && others(event, codes).size() > 1)
                .map(event -> others(event, codes))
                .orElse(List.of());
    }

    /** Who last did what the type says, to whomever. */
    public List<Actor> doer(EventType type, Set<String> codes) {
        return source(last(
                everything(),
                event -> event.type() == type && !codes.contains(event.source().code())));
    }

    /** Toward whom {@code codes} last did something in this sentence. */
    public List<Actor> lastTarget(Set<String> codes) {
        return last(sentence(), event -> codes.contains(event.source().code()))
                .map(event -> Actor.without(List.of(event.target()), codes))
                .orElse(List.of());
    }

    /** Whom {@code codes} last met or visited in this sentence. */
    public List<Actor> lastMet(Set<String> codes) {
        return last(
                        sentence(),
                        event -> event.type() == EventType.CONSULT
                                && codes.contains(event.source().code()))
                .map(event -> Actor.without(List.of(event.target()), codes))
                .orElse(List.of());
    }

    /** Toward whom somebody else did the same in this sentence: "X closed its embassy in Y, and Z recalled its envoy". */
    public List<Actor> hit(EventType type, Set<String> codes) {
        return last(
                        sentence(),
                        event -> event.type() == type
                                && !codes.contains(event.source().code())
                                && !codes.contains(event.target().code()))
                .map(event -> List.of(event.target()))
                .orElse(List.of());
    }

    /** What somebody other than {@code codes} did last, in this sentence or the one before. */
    public @Nullable CandidateEvent lastBy(Set<String> codes) {
        return last(
                        Stream.concat(sentence(), history.last(1)),
                        event -> !codes.contains(event.source().code())
                                && !codes.contains(event.target().code()))
                .orElse(null);
    }

    /** The events of a list for each sentence, the latest sentence first. */
    private Stream<List<CandidateEvent>> everything() {
        return Stream.concat(sentence(), history.all());
    }

    private Stream<List<CandidateEvent>> sentence() {
        return Stream.of(current.all());
    }

    static Optional<CandidateEvent> last(Stream<List<CandidateEvent>> sentences, Predicate<CandidateEvent> fits) {
        return sentences
                .map(events -> last(events, fits))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable CandidateEvent last(List<CandidateEvent> events, Predicate<CandidateEvent> fits) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (fits.test(events.get(i))) {
                return events.get(i);
            }
        }
        return null;
    }

    /** Who did the latest act that fits: all who did it by the same words. */
    static List<Actor> sources(Stream<List<CandidateEvent>> sentences, Predicate<CandidateEvent> fits) {
        List<CandidateEvent> events = sentences
                .filter(sentence -> sentence.stream().anyMatch(fits))
                .findFirst()
                .orElse(List.of());
        CandidateEvent latest = last(events, fits);
        List<Actor> sources = new ArrayList<>(2);
        for (CandidateEvent event : latest == null ? List.<CandidateEvent>of() : events) {
            boolean same = latest != null && event.first() == latest.first() && event.type() == latest.type();
            if (same && fits.test(event)) {
                sources.addAll(Actor.without(List.of(event.source()), Actor.codes(sources)));
            }
        }
        return sources;
    }

    private static List<Actor> source(Optional<CandidateEvent> event) {
        return event.map(found -> List.of(found.source())).orElse(List.of());
    }

    private static boolean dispute(CandidateEvent event) {
        return event.sign() < 0 || event.type() == EventType.REQUEST;
    }

    private static boolean settles(CandidateEvent event) {
        return switch (event.type()) {
            case AGREE, RETREAT, CONSULT -> true;
            default -> false;
        };
    }

    static boolean suffered(CandidateEvent event, Set<String> codes) {
        return codes.contains(event.target().code())
                && !codes.contains(event.source().code());
    }

    static boolean done(CandidateEvent event, Set<String> codes) {
        return codes.contains(event.source().code())
                && !codes.contains(event.target().code());
    }

    private static List<Actor> others(CandidateEvent event, Set<String> codes) {
        return Actor.without(List.of(event.source(), event.target()), codes);
    }

    /** All who did what settled something last, by the same words, the latest first. */
    private static List<Actor> sides(List<CandidateEvent> events) {
        CandidateEvent settled = Objects.requireNonNull(last(events, EventMemory::settles));
        List<Actor> sides = new ArrayList<>(3);
        for (int i = events.size() - 1; i >= 0; i--) {
            CandidateEvent event = events.get(i);
            if (event.first() == settled.first() && event.type() == settled.type()) {
                sides.addAll(others(event, Actor.codes(sides)));
            }
        }
        return sides;
    }
}
