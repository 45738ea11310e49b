package io.entente.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How well events match acts, by pairs of reports of one story.
 *
 * @param hits pairs of one act that share an event
 * @param missed pairs of one act that share none
 * @param wrong pairs of two acts that share an event
 * @param apart pairs of two acts that share none
 * @param errors the pairs missed and wrong
 */
record ActScore(int hits, int missed, int wrong, int apart, List<String> errors) {

    /** @param events the reports of each event */
    static ActScore of(List<ToldAct> acts, List<Set<ToldAct>> events) {
        int[] counts = new int[4];
        List<String> errors = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            for (int j = i + 1; j < acts.size(); j++) {
                ToldAct one = acts.get(i);
                ToldAct other = acts.get(j);
                if (one.story() == other.story()) {
                    boolean joined = events.stream().anyMatch(event -> event.contains(one) && event.contains(other));
                    boolean same = one.sameAct(other);
                    counts[(same ? 0 : 2) + (joined ? 0 : 1)]++;
                    if (joined != same) {
                        errors.add((same ? "MISSED " : "WRONG ") + one.marked() + "\n       " + other.marked());
                    }
                }
            }
        }
        return new ActScore(counts[0], counts[1], counts[2], counts[3], errors);
    }

    int pairs() {
        return hits + missed + wrong + apart;
    }

    double precision() {
        return (double) hits / (hits + wrong);
    }

    double recall() {
        return (double) hits / (hits + missed);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "precision %.3f recall %.3f (%d pairs: %d of %d of one act joined, %d of %d of two acts)",
                precision(),
                recall(),
                pairs(),
                hits,
                hits + missed,
                wrong,
                wrong + apart);
    }
}
