package io.entente.relation;

import io.entente.avro.EventType;
import java.util.EnumMap;
import java.util.Map;

/** Whether two reports are of kindred acts, by their types and directions. */
final class Kinship {
    /** The types that two agencies may give one act. */
    private static final Map<EventType, TypeSet> KIN = kin();

    /** Of these one sentence names several for one act: "signed an agreement on sharing water". */
    private static final TypeSet FRIENDLY =
            TypeSet.of(EventType.AGREE, EventType.COOPERATE, EventType.AID, EventType.RETREAT, EventType.CONSULT);

    /** What both sides do when they do it together. */
    private static final TypeSet MUTUAL = TypeSet.of(EventType.AGREE, EventType.CONSULT, EventType.COOPERATE);

    /** How a state says that it will not have what another one does. */
    private static final TypeSet PROTESTS = TypeSet.of(EventType.ACCUSE, EventType.PROTEST, EventType.REJECT);

    private Kinship() {}

    private static Map<EventType, TypeSet> kin() {
        Map<EventType, TypeSet> kin = new EnumMap<>(EventType.class);
        relate(kin, EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE);
        relate(kin, EventType.SANCTION, EventType.COERCE, EventType.REJECT);
        relate(kin, EventType.ACCUSE, EventType.PROTEST, EventType.REJECT);
        relate(kin, EventType.THREATEN, EventType.REQUEST, EventType.MOBILIZE);
        relate(kin, EventType.AGREE, EventType.COOPERATE, EventType.AID);
        relate(kin, EventType.AGREE, EventType.RETREAT, EventType.CONCEDE);
        relate(kin, EventType.SUPPORT, EventType.AID);
        relate(kin, EventType.CONSULT, EventType.AID);
        relate(kin, EventType.CONSULT, EventType.COOPERATE);
        return kin;
    }

    private static void relate(Map<EventType, TypeSet> kin, EventType... types) {
        for (EventType type : types) {
            kin.merge(type, TypeSet.of(types), TypeSet::with);
        }
    }

    static boolean kin(Report one, Report other) {
        return KIN.getOrDefault(one.type(), TypeSet.NONE).contains(other.type());
    }

    /** Whether two agencies may report one act in the two ways. */
    static boolean comparable(Report one, Report other) {
        return sameType(one, other) || kin(one, other);
    }

    static boolean friendly(Report one, Report other) {
        return FRIENDLY.contains(one.type()) && FRIENDLY.contains(other.type());
    }

    /** Whether it may answer what the other side has done: it protests or threatens. */
    static boolean answer(Report report) {
        return protest(report) || report.type() == EventType.THREATEN;
    }

    static boolean protest(Report report) {
        return PROTESTS.contains(report.type());
    }

    /** Whether both are friendly acts, or both protests: what one article says together, others say one by one. */
    static boolean alternative(Report one, Report other) {
        return friendly(one, other) || (protest(one) && protest(other));
    }

    /** Whether the articles of both give their acts one type. */
    static boolean sameType(Report one, Report other) {
        return one.types.meets(other.types);
    }

    /** Whether both are of one type, and of one direction or of a mutual act. */
    static boolean sameDeed(Report one, Report other) {
        return one.type() == other.type() && aligned(one, other);
    }

    /**
     * Whether both are of one direction, or of a mutual act, which two agencies may report from either side and one sentence tells of both
     * sides in one word.
     */
    static boolean aligned(Report one, Report other) {
        return one.forward() == other.forward()
                || (mutual(one) && mutual(other))
                || (one.type() == other.type()
                        && FRIENDLY.contains(one.type())
                        && one.statement().getTriggerBegin()
                                == other.statement().getTriggerBegin()
                        && one.inSentenceOf(other));
    }

    /** Whether an article gives the act a type that both sides do together. */
    private static boolean mutual(Report report) {
        return report.types.meets(MUTUAL);
    }
}
