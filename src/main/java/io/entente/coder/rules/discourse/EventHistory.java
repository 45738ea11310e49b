package io.entente.coder.rules.discourse;

import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.clause.Actor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** What the last few sentences of an article reported. */
public final class EventHistory {
    private static final int REACH = 5;

    /** How many sentences a move stays in mind. */
    private static final int MOVES = 2;

    private record Reported(int sentence, List<CandidateEvent> events) {}

    private final Deque<Reported> sentences = new ArrayDeque<>();
    private int sentence;
    private int moved;
    private List<Actor> movers = List.of();
    private int read;
    private List<Actor> named = List.of();

    /** Goes on to the next sentence. */
    public void next() {
        sentence++;
        while (!sentences.isEmpty() && sentences.peekLast().sentence() < sentence - REACH) {
            sentences.removeLast();
        }
    }

    /** Whether nothing was reported in the last few sentences that words could point back to. */
    public boolean silent() {
        return sentences.isEmpty();
    }

    /** Keeps who acts in the current sentence, whether or not toward anybody. */
    public void moved(List<Actor> actors) {
        if (!actors.isEmpty()) {
            movers = List.copyOf(actors);
            moved = sentence;
        }
    }

    /** Who acted last, in one of the two sentences before, for "the move". */
    public List<Actor> movers() {
        return moved < sentence && moved >= sentence - MOVES ? movers : List.of();
    }

    /** Who acted in the sentence before. */
    List<Actor> lastMovers() {
        return moved == sentence - 1 ? movers : List.of();
    }

    /** Keeps whom the current sentence names. */
    public void named(List<Actor> actors) {
        named = List.copyOf(actors);
        read = sentence;
    }

    /** Whom the sentence before names. */
    List<Actor> named() {
        return read == sentence - 1 ? named : List.of();
    }

    /** Keeps what the current sentence reported. */
    public void add(List<CandidateEvent> events) {
        if (!events.isEmpty()) {
            sentences.addFirst(new Reported(sentence, List.copyOf(events)));
        }
    }

    /** The events of the last {@code reach} sentences that are kept, a list for each sentence with any, the latest first. */
    Stream<List<CandidateEvent>> last(int reach) {
        return sentences.stream()
                .filter(reported -> reported.sentence() >= sentence - reach)
                .map(Reported::events);
    }

    /** All that is kept. */
    Stream<List<CandidateEvent>> all() {
        return last(REACH);
    }
}
