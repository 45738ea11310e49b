package io.entente.relation;

import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Statement;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides whether two reports of one source and target are about the same act. */
final class SameAct {
    /** The likeness of a copy. */
    static final double COPY = 1;

    /** The types that two agencies may give one act. */
    private static final Map<EventType, Set<EventType>> KIN = kin();

    /** What the likeness to a report counts that does not lead: chains of reports would lead from one act to another. */
    private static final double SECOND_HAND = 0.9;

    /** Of these one sentence names several for one act: "signed an agreement on sharing water". */
    private static final Set<EventType> FRIENDLY =
            EnumSet.of(EventType.AGREE, EventType.COOPERATE, EventType.AID, EventType.RETREAT);

    private final RelateSettings settings;
    private final long window;

    SameAct(RelateSettings settings) {
        this.settings = settings;
        this.window = settings.joinWindow().toMillis();
    }

    private static Map<EventType, Set<EventType>> kin() {
        Map<EventType, Set<EventType>> kin = new EnumMap<>(EventType.class);
        relate(kin, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE);
        relate(kin, EventType.SANCTION, EventType.COERCE, EventType.REJECT);
        relate(kin, EventType.ACCUSE, EventType.PROTEST, EventType.REJECT);
        relate(kin, EventType.THREATEN, EventType.REQUEST, EventType.MOBILIZE);
        relate(kin, EventType.AGREE, EventType.COOPERATE, EventType.AID);
        relate(kin, EventType.AGREE, EventType.RETREAT, EventType.CONCEDE);
        relate(kin, EventType.SUPPORT, EventType.AID);
        return kin;
    }

    private static void relate(Map<EventType, Set<EventType>> kin, EventType... types) {
        for (EventType type : types) {
            kin.computeIfAbsent(type, EnumSet::of).addAll(Set.of(types));
        }
    }

    /** How alike a report and an earlier one are, 1 for a copy; 0 if they are not about one act. */
    double likeness(Report report, Report earlier) {
        boolean sameType = sameType(report, earlier);
        if (!sameType && !kin(report, earlier) || graver(report, earlier)) {
            return 0;
        }
        if (sameType && report.wording().copyOf(earlier.wording(), settings.copyBound())) {
            return COPY;
        }
        double likeness = report.wording().likeness(earlier.wording(), sameType) * (earlier.leads() ? 1 : SECOND_HAND);
        return likeness >= settings.reportBound() ? likeness : 0;
    }

    /**
     * Whether a report says what {@code root} says in the same article. An article comes back to what it reports more often than it
     * reports two acts of one kind: so it does unless each has places or days that the other lacks and few words are shared.
     */
    boolean restates(Report report, Report root) {
        if (report.time() - root.time() > window) {
            return false;
        }
        if (sameType(report, root)) {
            return report.headline()
                    || !report.wording().elsewhereThan(root.wording())
                    || report.wording().overlap(root.wording()) >= settings.restateBound();
        }
        if (givesReason(report, root)) {
            return true;
        }
        if (!kin(report, root)) {
            return false;
        }
        return report.statement().getSentence().equals(root.statement().getSentence())
                ? FRIENDLY.contains(report.statement().getEvent())
                        && FRIENDLY.contains(root.statement().getEvent())
                : report.wording().likeness(root.wording(), false) >= settings.reportBound();
    }

    /** Whether the sentence of a deed goes on to its reason: "expelled two envoys, accusing them of spying". */
    private static boolean givesReason(Report report, Report root) {
        Statement reason = report.statement();
        Statement deed = root.statement();
        return reason.getEvent() == EventType.ACCUSE
                && deed.getQuad() == QuadClass.MATERIAL_CONFLICT
                && reason.getTrigger().endsWith("ing")
                && reason.getSentence().equals(deed.getSentence());
    }

    /**
     * Whether the report is of an act of a severe class that the earlier one does not have: a recalled ambassador is not the import ban of
     * the same quarrel. So an event is as severe as its first report says, and its alerts do not depend on when the others come.
     */
    private static boolean graver(Report report, Report earlier) {
        Optional<String> severe = report.statement().getSevereClass();
        return severe.isPresent() && !severe.equals(earlier.statement().getSevereClass());
    }

    private static boolean sameType(Report one, Report other) {
        return one.statement().getEvent() == other.statement().getEvent();
    }

    private static boolean kin(Report one, Report other) {
        return KIN.getOrDefault(one.statement().getEvent(), Set.of())
                .contains(other.statement().getEvent());
    }
}
