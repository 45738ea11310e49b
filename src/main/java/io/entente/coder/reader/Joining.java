package io.entente.coder.reader;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.CodedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins what the reader thinks with what the rules found. Where both speak, the rules' event holds, unless the reader is sure of another
 * type; where the reader sees nothing of an act, all its pairs are dropped; where only the reader speaks, it is believed if it is sure. Where the rules speak
 * of the same stretch of text, it adds no second target to a source of theirs: what they leave out there, they mostly leave out rightly.
 * What they call denied is not asserted by the reader, and what somebody should do is no act.
 */
final class Joining {
    private final ReaderManifest.Thresholds thresholds;
    private final EventMaker maker;
    private final Duties duties;

    /** @param maker makes events of opinions */
    Joining(ReaderManifest.Thresholds thresholds, EventMaker maker, Duties duties) {
        this.thresholds = thresholds;
        this.maker = maker;
        this.duties = duties;
    }

    /** The events that hold of {@code earlier}, which the rules found, and those that the reader adds, in the order of the text. */
    List<CodedEvent> join(List<CodedEvent> earlier, Map<PairKey, Opinion> opinions) {
        List<CodedEvent> joined = new ArrayList<>();
        Map<Act, Double> seen = seen(earlier, opinions);
        Set<PairKey> retyped = new HashSet<>();
        for (CodedEvent event : earlier) {
            Opinion opinion = opinions.get(PairKey.of(event));
            if (opinion == null || !counts(event)) {
                joined.add(event);
            } else if (seen.getOrDefault(Act.of(event), 0.0) >= thresholds.veto()) {
                CodedEvent kept = judged(event, opinion, earlier, retyped);
                if (kept != null) {
                    joined.add(kept);
                }
            }
        }
        Set<PairKey> have = new HashSet<>();
        joined.stream().filter(Joining::counts).map(PairKey::of).forEach(have::add);
        opinions.forEach((pair, opinion) -> {
            if (!have.contains(pair) && adds(opinion) && !dismissed(opinion, earlier)) {
                opinion.labels(thresholds.second()).stream()
                        .map(label -> maker.event(opinion, label))
                        .filter(event -> !duties.has(event))
                        .forEach(joined::add);
            }
        });
        joined.sort(Comparator.comparingInt(CodedEvent::sentence));
        return joined;
    }

    /** Whether the rules read in this stretch of text that the pair does not do it. */
    private static boolean dismissed(Opinion opinion, List<CodedEvent> earlier) {
        return earlier.stream()
                .anyMatch(event -> event.status() == Status.DENIED
                        && PairKey.of(event).equals(new PairKey(opinion.source(), opinion.target()))
                        && opinion.window().begin() <= event.triggerBegin()
                        && event.triggerBegin() < opinion.window().end());
    }

    private boolean adds(Opinion opinion) {
        float[] hints = opinion.pair().hints();
        if (HintVector.speaksOfWindow(hints)) {
            return !HintVector.speaksOfSource(hints) && opinion.probability() >= thresholds.beside();
        }
        return opinion.probability() >= thresholds.add();
    }

    private @Nullable CodedEvent judged(
            CodedEvent event, Opinion opinion, List<CodedEvent> earlier, Set<PairKey> retyped) {
        Label top = opinion.top();
        boolean sure = opinion.probability() >= thresholds.add() && opinion.probability(top) >= thresholds.retype();
        if (!sure || label(event) == top) {
            return maker.agreed(event, opinion);
        }
        boolean said =
                earlier.stream().anyMatch(other -> PairKey.of(other).equals(PairKey.of(event)) && label(other) == top);
        return said || !retyped.add(PairKey.of(event)) ? null : maker.retyped(event, opinion, top);
    }

    /** How sure the reader is of each act of the rules: of that of its pairs of which it is surest. */
    private static Map<Act, Double> seen(List<CodedEvent> earlier, Map<PairKey, Opinion> opinions) {
        Map<Act, Double> seen = new HashMap<>();
        for (CodedEvent event : earlier) {
            Opinion opinion = opinions.get(PairKey.of(event));
            if (opinion != null) {
                seen.merge(Act.of(event), opinion.probability(), Math::max);
            }
        }
        return seen;
    }

    private static Label label(CodedEvent event) {
        return Label.of(event.type(), event.sign());
    }

    private static boolean counts(CodedEvent event) {
        return event.status() != Status.DENIED && event.status() != Status.PAST;
    }

    /** What the same words say: the pairs of a list of states stand or fall together. */
    private record Act(int trigger, EventType type) {
        static Act of(CodedEvent event) {
            return new Act(event.triggerBegin(), event.type());
        }
    }
}
