package io.entente.relation;

import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Status;
import io.entente.relation.similarity.TextFingerprint;
import io.entente.relation.similarity.WordClass;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Decides whether two reports of one pair are about the same act. */
final class SameAct {
    /** The likeness of a copy. */
    static final double COPY = 1;

    /** The types that two agencies may give one act. */
    private static final Map<EventType, EventTypes> KIN = kin();

    /** What the likeness to a report counts that does not lead: chains of reports would lead from one act to another. */
    private static final double SECOND_HAND = 0.9;

    /** What the likeness of tellings counts that are not their articles' first ones. */
    private static final double RETOLD = 0.9;

    /** Of these one sentence names several for one act: "signed an agreement on sharing water". */
    private static final EventTypes FRIENDLY =
            EventTypes.of(EventType.AGREE, EventType.COOPERATE, EventType.AID, EventType.RETREAT, EventType.CONSULT);

    /** What both sides do when they do it together. */
    private static final EventTypes MUTUAL = EventTypes.of(EventType.AGREE, EventType.CONSULT, EventType.COOPERATE);

    /** How a state says that it will not have what another one does. */
    private static final EventTypes PROTESTS = EventTypes.of(EventType.ACCUSE, EventType.PROTEST, EventType.REJECT);

    /** What is known of two reports of one type, in logits. */
    static final double SAME_TYPE = -0.75;

    private static final double OTHER_TYPE = -3;
    private static final double BREAKS_ONCE = 0.7;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final RelateSettings settings;
    private final long window;

    SameAct(RelateSettings settings) {
        this.settings = settings;
        this.window = settings.joinWindow().toMillis();
    }

    private static Map<EventType, EventTypes> kin() {
        Map<EventType, EventTypes> kin = new EnumMap<>(EventType.class);
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

    private static void relate(Map<EventType, EventTypes> kin, EventType... types) {
        for (EventType type : types) {
            kin.merge(type, EventTypes.of(types), EventTypes::with);
        }
    }

    /** How alike a report and an earlier one are, 1 for a copy; 0 if they are not about one act. */
    double likeness(Report report, Report earlier) {
        if (passesOn(report, earlier)) {
            double likeness = report.wording().likeness(earlier.wording(), SAME_TYPE);
            return likeness >= settings.reportBound() ? COPY : 0;
        }
        if (sharesNothing(report, earlier)) {
            return 0;
        }
        boolean sameType = sameType(report, earlier);
        if (!aligned(report, earlier) || !sameType && !kin(report, earlier) || changesEvent(report, earlier)) {
            return 0;
        }
        if (sameType && report.wording().copyOf(earlier.wording(), settings.copyBound())) {
            return COPY;
        }
        double likeness = told(report, earlier) * (earlier.leads() ? 1 : SECOND_HAND);
        return likeness >= settings.reportBound() ? likeness : 0;
    }

    /** Whether it is plain without a look at the words that two reports are told in different ones. */
    private static boolean sharesNothing(Report one, Report other) {
        return one.retellings.isEmpty()
                && other.retellings.isEmpty()
                && !one.wording().light()
                && one.wording().unlike(other.wording());
    }

    /**
     * How alike two articles' tellings of an act are: their first ones, or those of which at least one is a headline or comes later, which
     * count less. Where the first ones name other places or days, the others say nothing.
     */
    private static double told(Report report, Report earlier) {
        double prior = prior(report, earlier);
        double likeness = report.wording().likeness(earlier.wording(), prior);
        if (report.retellings.isEmpty() && earlier.retellings.isEmpty()
                || elsewhere(report, earlier, WordClass.PLACE)
                || elsewhere(report, earlier, WordClass.TIME)) {
            return likeness;
        }
        for (TextFingerprint retelling : report.retellings) {
            likeness = Math.max(likeness, RETOLD * retelling.likeness(earlier.wording(), prior));
            for (TextFingerprint other : earlier.retellings) {
                likeness = Math.max(likeness, RETOLD * retelling.likeness(other, prior));
            }
        }
        for (TextFingerprint other : earlier.retellings) {
            likeness = Math.max(likeness, RETOLD * report.wording().likeness(other, prior));
        }
        return likeness;
    }

    /** What is known of two reports beside their words: few states break ties twice within a day. */
    private static double prior(Report report, Report earlier) {
        if (!sameType(report, earlier)) {
            return OTHER_TYPE;
        }
        Optional<String> severe = report.statement().getSevereClass();
        boolean once = severe.isPresent()
                && severe.equals(earlier.statement().getSevereClass())
                && report.statement().getEvent() != EventType.ASSAULT
                && Math.abs(report.time() - earlier.time()) <= DAY;
        return SAME_TYPE + (once ? BREAKS_ONCE : 0);
    }

    /**
     * Whether both are of one direction, or of a mutual act, which two agencies may report from either side and one sentence tells of both
     * sides in one word.
     */
    private static boolean aligned(Report one, Report other) {
        return one.forward() == other.forward()
                || (mutual(one) && mutual(other))
                || (sameEvent(one, other)
                        && FRIENDLY.contains(one.statement().getEvent())
                        && one.statement().getTriggerBegin()
                                == other.statement().getTriggerBegin()
                        && sameSentence(one, other));
    }

    /** Whether both are of one type, and of one direction or of a mutual act. */
    static boolean sameDeed(Report one, Report other) {
        return sameEvent(one, other) && aligned(one, other);
    }

    /** Whether both are friendly acts, or both protests: what one article says together, others say one by one. */
    static boolean alternative(Report one, Report other) {
        return friendly(one, other)
                || (PROTESTS.contains(one.statement().getEvent())
                        && PROTESTS.contains(other.statement().getEvent()));
    }

    private static boolean friendly(Report one, Report other) {
        return FRIENDLY.contains(one.statement().getEvent())
                && FRIENDLY.contains(other.statement().getEvent());
    }

    /** Whether an accusation only passes on the act of the earlier report, which is stated as a fact there: then it is not a separate event. */
    private static boolean passesOn(Report report, Report earlier) {
        Report act = report.passesOn;
        return act != null
                && earlier.status != Status.REPORTED
                && earlier.forward() == act.forward()
                && (sameType(act, earlier) || kin(act, earlier));
    }

    /**
     * Whether the event would become surer or more severe by the report on a later day than its own: that day may have closed, and alerts must
     * not depend on when reports join. Such a report leads an event of its own.
     */
    private static boolean changesEvent(Report report, Report earlier) {
        return (graver(report, earlier) || Report.surer(report.status, earlier.status)) && !report.onDayOf(earlier);
    }

    /**
     * Whether a report says what {@code root} says in the same article. An article comes back to what it reports more often than it
     * reports two acts of one kind: so it does unless each has places or days that the other lacks and few words are shared.
     */
    boolean restates(Report report, Report root) {
        if (report.time() - root.time() > window) {
            return false;
        }
        if (partOfAgreement(report, root)) {
            return true;
        }
        if (!aligned(report, root)) {
            return false;
        }
        if (sameEvent(report, root)) {
            return report.headline()
                    || !apart(report, root)
                    || report.wording().overlap(root.wording()) >= settings.restateBound();
        }
        return accompanies(report, root)
                || (report.headline() && namesInBrief(report, root))
                || (kin(report, root)
                        && !sameSentence(report, root)
                        && report.wording().likeness(root.wording(), OTHER_TYPE) >= settings.reportBound());
    }

    /** Whether a headline may say in brief what the article reports: "Diplomat given three days to go". */
    private static boolean namesInBrief(Report headline, Report root) {
        return (kin(headline, root) && friendly(headline, root))
                || (headline.statement().getSign() < 0 && root.statement().getSign() < 0);
    }

    /** Whether a sentence names the kind of help or work that it says is agreed: "signed an agreement on sharing water". */
    private static boolean partOfAgreement(Report report, Report root) {
        return friendly(report, root)
                && sameSentence(report, root)
                && root.statement().getEvent() != EventType.CONSULT
                && (aligned(report, root) || root.statement().getEvent() == EventType.AGREE);
    }

    /**
     * Whether it is part of what its article reports: the protest that goes with a deed or another protest, the next date of talks, the
     * visit at which something is signed.
     */
    private static boolean accompanies(Report report, Report root) {
        EventType deed = root.statement().getEvent();
        return switch (report.statement().getEvent()) {
            case ACCUSE, PROTEST ->
                root.statement().getQuad() == QuadClass.MATERIAL_CONFLICT
                        || isProtest(report, root)
                        || goesWithThreat(report, root);
            case REJECT -> isProtest(report, root) || goesWithThreat(report, root);
            case REQUEST -> isProtest(report, root) && sameSentence(report, root);
            case AGREE -> deed == EventType.CONSULT && report.wording().parley();
            case CONSULT ->
                deed == EventType.AGREE
                        && report.statement().getBegin() > root.statement().getBegin()
                        && !report.headline()
                        && !apart(report, root);
            default -> false;
        };
    }

    /** Whether one sentence says of one side that it protests and threatens: "rejected the charges and vowed a response". */
    private static boolean goesWithThreat(Report protest, Report root) {
        return root.statement().getEvent() == EventType.THREATEN && sameSentence(protest, root);
    }

    /** Whether an article says of one side that it protests in several ways. */
    private static boolean isProtest(Report report, Report root) {
        return PROTESTS.contains(root.statement().getEvent()) && !apart(report, root);
    }

    /** Whether each first telling names a place (or day) that no telling of the other article has. */
    private static boolean elsewhere(Report one, Report other, WordClass kind) {
        return one.wording().namesBeyond(kind, other.wording(), other.retellings)
                && other.wording().namesBeyond(kind, one.wording(), one.retellings);
    }

    private static boolean apart(Report one, Report other) {
        return one.wording().elsewhereThan(other.wording());
    }

    private static boolean sameSentence(Report one, Report other) {
        return one.statement().getSentence().equals(other.statement().getSentence());
    }

    /** Whether the report is of an act of a severe class that the earlier one does not have. */
    private static boolean graver(Report report, Report earlier) {
        Optional<String> severe = report.statement().getSevereClass();
        return severe.isPresent() && !severe.equals(earlier.statement().getSevereClass());
    }

    private static boolean sameEvent(Report one, Report other) {
        return one.statement().getEvent() == other.statement().getEvent();
    }

    /** Whether the articles of both give their acts one type. */
    private static boolean sameType(Report one, Report other) {
        return one.types.meets(other.types);
    }

    /** Whether an article gives the act a type that both sides do together. */
    private static boolean mutual(Report report) {
        return report.types.meets(MUTUAL);
    }

    private static boolean kin(Report one, Report other) {
        return KIN.getOrDefault(one.statement().getEvent(), EventTypes.NONE)
                .contains(other.statement().getEvent());
    }
}
