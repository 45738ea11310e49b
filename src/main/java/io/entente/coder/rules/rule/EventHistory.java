package io.entente.coder.rules.rule;

import io.entente.avro.EventType;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.clause.Actor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What an article has reported so far, for words that point back: "the accusation", "Budapest rejected the complaint". */
public final class EventHistory {
    private static final int REACH = 5;

    private record Told(int sentence, CandidateEvent draft) {}

    private final Deque<Told> told = new ArrayDeque<>();
    private int sentence;

    public void next() {
        sentence++;
        while (!told.isEmpty() && told.peekLast().sentence() < sentence - REACH) {
            told.removeLast();
        }
    }

    /** Whether nothing was reported in the last few sentences that words could point back to. */
    public boolean silent() {
        return told.isEmpty();
    }

    void tell(CandidateEvent draft) {
        told.addFirst(new Told(sentence, draft));
    }

    /** Those who last did something to {@code codes}, something hostile if asked for; the nearest first. */
    List<Actor> lastToward(Set<String> codes, boolean hostile) {
        List<Actor> found = new ArrayList<>(2);
        int at = -1;
        for (Iterator<Told> all = told.iterator(); all.hasNext(); ) {
            Told one = all.next();
            CandidateEvent draft = one.draft();
            boolean fits = codes.contains(draft.target().code())
                    && !codes.contains(draft.source().code())
                    && (!hostile || draft.sign() < 0 || draft.type() == EventType.REQUEST);
            if (fits && (at < 0 || one.sentence() == at)) {
                at = one.sentence();
                if (!Actor.codes(found).contains(draft.source().code())) {
                    found.add(draft.source());
                }
                if (found.size() > 1) {
                    return found.subList(0, 1);
                }
            }
        }
        return found;
    }

    /** What was last done to {@code codes}. */
    List<CandidateEvent> toward(Set<String> codes) {
        for (Told one : told) {
            if (codes.contains(one.draft().target().code())) {
                return List.of(one.draft());
            }
        }
        return List.of();
    }

    /** Who last did what the type says. */
    List<Actor> doer(EventType type, Set<String> codes) {
        for (Told one : told) {
            if (one.draft().type() == type
                    && !codes.contains(one.draft().source().code())) {
                return List.of(one.draft().source());
            }
        }
        return List.of();
    }

    /** Who last accused {@code codes}. */
    List<Actor> accuser(Set<String> codes) {
        for (Told one : told) {
            if (one.draft().type() == EventType.ACCUSE
                    && codes.contains(one.draft().target().code())) {
                return List.of(one.draft().source());
            }
        }
        return List.of();
    }

    /** Two others who last did something hostile to one another. */
    List<Actor> quarrel(Set<String> codes) {
        for (Told one : told) {
            if (quarrels(one.draft(), codes)) {
                return List.of(one.draft().source(), one.draft().target());
            }
        }
        return List.of();
    }

    static boolean quarrels(CandidateEvent draft, Set<String> codes) {
        return draft.sign() < 0
                && !codes.contains(draft.source().code())
                && !codes.contains(draft.target().code());
    }

    /** Both sides of the last agreement, truce or talks. */
    List<Actor> parties() {
        for (Told one : told) {
            if (SentenceCodingState.settles(one.draft().type())) {
                List<CandidateEvent> same = told.stream()
                        .filter(t -> t.sentence() == one.sentence())
                        .map(Told::draft)
                        .toList();
                return SentenceCodingState.sides(one.draft(), same);
            }
        }
        return List.of();
    }

    /** The other side of the last hostile dealings of {@code codes} in this or the few sentences before. */
    List<Actor> opponent(Set<String> codes) {
        for (Told one : told) {
            CandidateEvent draft = one.draft();
            if (one.sentence() < sentence - 3 || draft.sign() >= 0 && draft.type() != EventType.REQUEST) {
                continue;
            }
            if (codes.contains(draft.source().code())) {
                return List.of(draft.target());
            }
            if (codes.contains(draft.target().code())) {
                return List.of(draft.source());
            }
        }
        return List.of();
    }
}
