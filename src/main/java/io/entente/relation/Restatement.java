package io.entente.relation;

import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Status;

/** Decides whether a report says what another one of the same article says, or a part of it. */
final class Restatement {
    private final RelateSettings settings;
    private final long window;

    Restatement(RelateSettings settings) {
        this.settings = settings;
        this.window = settings.joinWindow().toMillis();
    }

    /**
     * Whether a report says what {@code root} says in the same article. An article comes back to what it reports more often than it
     * reports two acts of one kind: so it does unless each has places or days that the other lacks and few words are shared.
     */
    boolean restates(Report report, Report root) {
        if (report.time() - root.time() > window) {
            return false;
        }
        if (partOfAgreement(report, root) || (report.headline() && turnsTo(report, root))) {
            return true;
        }
        if (!Kinship.aligned(report, root)) {
            return false;
        }
        if (report.type() == root.type()) {
            return report.headline()
                    || !apart(report, root)
                    || report.wording().overlap(root.wording()) >= settings.restateBound();
        }
        return accompanies(report, root)
                || (report.headline() && namesInBrief(report, root))
                || (Kinship.kin(report, root)
                        && !report.inSentenceOf(root)
                        && report.wording().likeness(root.wording(), SameAct.OTHER_TYPE) >= settings.reportBound());
    }

    /** Whether a headline may say in brief what the article reports: "Diplomat given three days to go". */
    private static boolean namesInBrief(Report headline, Report root) {
        return (Kinship.kin(headline, root) && Kinship.friendly(headline, root))
                || (headline.statement().getSign() < 0
                        && root.statement().getSign() < 0
                        && (deed(headline) ? deed(root) : !alleged(root)));
    }

    private static boolean deed(Report report) {
        return report.statement().getQuad() == QuadClass.MATERIAL_CONFLICT;
    }

    /** Whether only the other side says so: then it has nothing to do with what its own side says. */
    private static boolean alleged(Report report) {
        return report.statement().getStatus() == Status.REPORTED;
    }

    /** Whether a headline says what one side gets by an agreement: "Kenya turns to Ethiopia for electricity". */
    private static boolean turnsTo(Report headline, Report root) {
        return root.type() == EventType.AGREE && headline.statement().getQuad() == QuadClass.VERBAL_COOPERATION;
    }

    /**
     * Whether a sentence names the kind of help or work that it says is agreed ("signed an agreement on sharing water"), or the article
     * what one side will do under it.
     */
    private static boolean partOfAgreement(Report report, Report root) {
        boolean agreed = root.type() == EventType.AGREE;
        boolean planned = agreed && report.statement().getStatus() == Status.INTENDED;
        return Kinship.friendly(report, root)
                && (planned || report.inSentenceOf(root))
                && report.wording().background() == root.wording().background()
                && root.type() != EventType.CONSULT
                && (Kinship.aligned(report, root) || agreed);
    }

    /**
     * Whether it is part of what its article reports: the protest that goes with a deed or another protest, the appeal that goes with praise,
     * the next date of talks, the visit at which something is signed, what a side says neutrally beside what it does.
     */
    private static boolean accompanies(Report report, Report root) {
        boolean deed = deed(root) && !alleged(root);
        return switch (report.type()) {
            case ACCUSE, PROTEST -> deed || isProtest(report, root) || goesWithThreat(report, root);
            case REJECT -> isProtest(report, root) || goesWithThreat(report, root);
            case REQUEST ->
                (deed || isProtest(report, root) || root.type() == EventType.SUPPORT) && report.inSentenceOf(root);
            case AGREE -> root.type() == EventType.CONSULT && report.wording().parley();
            case CONSULT ->
                root.type() == EventType.AGREE
                        && report.statement().getBegin() > root.statement().getBegin()
                        && !report.headline()
                        && !apart(report, root);
            case STATEMENT -> report.statement().getSign() == 0;
            default -> false;
        };
    }

    /** Whether one sentence says of one side that it protests and threatens: "rejected the charges and vowed a response". */
    private static boolean goesWithThreat(Report protest, Report root) {
        return root.type() == EventType.THREATEN && protest.inSentenceOf(root);
    }

    /** Whether an article says of one side that it protests in several ways. */
    private static boolean isProtest(Report report, Report root) {
        return Kinship.protest(root) && !apart(report, root);
    }

    private static boolean apart(Report one, Report other) {
        return one.wording().elsewhereThan(other.wording());
    }
}
