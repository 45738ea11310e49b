package io.entente.alert.text;

import io.entente.actor.dictionary.ActorNames;
import io.entente.alert.day.EpochDays;
import io.entente.alert.day.PairName;
import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.AlertThreshold;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/** The sentence of an alert: what has happened, how unusual it is, and what speaks against relying on it. */
public final class AlertText {
    private static final ActorNames NAMES = ActorNames.load();
    private static final int YEAR = 365;
    private static final double CERTAIN = 1e5;

    private AlertText() {}

    /** One English sentence that a reader understands without a manual. */
    public static String sentence(Alert alert) {
        String text = opening(alert) + body(alert) + caution(alert) + '.';
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String opening(Alert alert) {
        if (alert.getState() == AlertState.WITHDRAWN) {
            return "Withdrawn, as the close of the day did not confirm it: ";
        }
        if (alert.getState() == AlertState.RESOLVED) {
            String last = date(alert.getResolvedAt().orElseThrow().minusMillis(1));
            return "Over since " + last + " (" + alert.getResolution().orElse("calm") + "): ";
        }
        return "";
    }

    private static String body(Alert alert) {
        return switch (alert.getKind()) {
            case VOLUME_SURGE -> "far more stories than usual from " + direction(alert) + ": " + counted(alert, "");
            case TENSION_SURGE -> tension(alert);
            case THAW -> thaw(alert);
            case FIRST_CONTACT ->
                (isHostile(alert) ? "first act on record between " : "first contact on record between ")
                        + parties(alert) + without(alert) + ": " + event(alert, GravestAct::sentenceAfterParties);
            case RENEWED_CONTACT ->
                "contact between " + parties(alert) + " again after a long silence: "
                        + event(alert, GravestAct::sentenceAfterParties);
            case SEVERE_EVENT -> severe(alert);
            case BREAKTHROUGH -> breakthrough(alert);
            case FEED_SURGE ->
                "the whole feed has far more articles than usual, so read other surges with care: "
                        + counted(alert, "");
            case FEED_DROP ->
                "the whole feed has far fewer articles than usual, so sources may be missing: " + counted(alert, "");
            case OTHER -> "unknown kind of alert";
        };
    }

    private static String tension(Alert alert) {
        if (alert.getP().isEmpty()) {
            return "the tone of " + direction(alert) + " has become much more hostile: " + tone(alert) + gravest(alert);
        }
        if (alert.getSource().isEmpty()) {
            return isAnswer(alert)
                    ? "threats or hostile acts of both sides between " + parties(alert) + ", where they are rare: "
                            + observed(alert, "such ") + gravest(alert)
                    : "threats and hostile acts between " + parties(alert) + " have been gathering: "
                            + counted(alert, "such ") + gravest(alert);
        }
        String counted =
                "far more hostile stories than usual from " + direction(alert) + ": " + counted(alert, "hostile ");
        String hardened = alert.getEvidenceRatio().isPresent() ? "; the tone has hardened, too: " + tone(alert) : "";
        return counted + hardened + gravest(alert);
    }

    /** Whether it rests on a deed and its answer: there are too few to have gathered. */
    private static boolean isAnswer(Alert alert) {
        return alert.getObserved().orElse(0.0) < threshold(alert, "escalation.stories");
    }

    private static String thaw(Alert alert) {
        return alert.getEvidenceRatio().isPresent()
                ? "the tone of " + direction(alert) + " has become much friendlier: " + tone(alert)
                : "relations between " + parties(alert)
                        + " may be thawing: the latest stories are all friendly, after a mostly hostile history";
    }

    private static String breakthrough(Alert alert) {
        return "breakthrough between " + parties(alert) + ": " + event(alert, GravestAct::sentenceAfterParties);
    }

    private static String severe(Alert alert) {
        int events = alert.getEvidence().size();
        String more = events > 1 ? ", with " + (events - 1) + " more in this alert" : "";
        return "severe event: " + event(alert, GravestAct::sentence) + more;
    }

    /** What makes a first contact surprising: the stories before it, or how often both are in the news. */
    private static String without(Alert alert) {
        if (alert.getYoungFeed() || alert.getObserved().isEmpty()) {
            return "";
        }
        long others = Math.round(alert.getObserved().get());
        return others >= threshold(alert, "contact.others")
                ? ", after " + others + " stories about them without one"
                : ", though both are often in the news";
    }

    private static double threshold(Alert alert, String name) {
        return alert.getThresholds().stream()
                .filter(threshold -> threshold.getName().equals(name))
                .mapToDouble(AlertThreshold::getValue)
                .findFirst()
                .orElse(0);
    }

    /** Whether its act is hostile and so not a contact. */
    private static boolean isHostile(Alert alert) {
        return GravestAct.of(alert)
                .map(act -> act.evidence().getIntensity() < 0)
                .orElse(false);
    }

    /** The gravest act, with its date and toll. */
    private static String event(Alert alert, Function<GravestAct, String> told) {
        return GravestAct.of(alert).map(told).orElse("its event has since been merged into another");
    }

    private static String gravest(Alert alert) {
        return GravestAct.of(alert)
                .map(act -> "; the gravest: " + act.sentence())
                .orElse("");
    }

    private static String counted(Alert alert, String adjective) {
        return observed(alert, adjective) + ", which chance alone brings "
                + rarity(alert.getOnceInDays().orElse(0.0));
    }

    private static String observed(Alert alert, String adjective) {
        String unit = alert.getKind() == AlertKind.FEED_SURGE || alert.getKind() == AlertKind.FEED_DROP
                ? "article"
                : adjective + "story";
        long observed = Math.round(alert.getObserved().orElse(0.0));
        return observed + " " + plural(unit, observed) + ' ' + window(alert) + " where "
                + number(alert.getExpected().orElse(0.0)) + " would be usual (19 times in 20 "
                + range(alert) + ')';
    }

    private static String range(Alert alert) {
        long low = Math.round(alert.getExpectedLow().orElse(0.0));
        long high = Math.round(alert.getExpectedHigh().orElse(0.0));
        return low == high ? (low == 0 ? "none" : Long.toString(low)) : low + " to " + high;
    }

    private static String rarity(double days) {
        if (days >= 10 * YEAR) {
            return "less than once in 10 years";
        }
        return days >= 2 * YEAR
                ? "about once in " + Math.round(days / YEAR) + " years"
                : (days < 1.5 ? "about once a day" : "about once in " + Math.round(days) + " days");
    }

    private static String window(Alert alert) {
        Instant last = alert.getWindowStart().plusMillis((alert.getWindowDays() - 1) * EpochDays.MILLIS);
        return alert.getWindowDays() == 1
                ? "on " + date(last)
                : "in the " + alert.getWindowDays() + " days to " + date(last);
    }

    private static String tone(Alert alert) {
        double ratio = alert.getEvidenceRatio().orElse(1.0);
        return "sentiment of " + decimal(alert.getSentimentNow().orElse(0.0)) + " on a scale from -1 to 1, against "
                + decimal(alert.getSentimentBefore().orElse(0.0)) + " before (evidence of a change "
                + (ratio >= CERTAIN ? "over 100,000" : String.format(Locale.ENGLISH, "%,d", Math.round(ratio)))
                + " to 1)";
    }

    private static String caution(Alert alert) {
        return (alert.getSingleSource() ? "; only a single source reports it so far" : "")
                + (alert.getYoungFeed() ? "; the feed is too young to tell how unusual this is" : "");
    }

    private static String direction(Alert alert) {
        return NAMES.of(alert.getSource().orElse("")) + " toward "
                + NAMES.of(alert.getTarget().orElse(""));
    }

    private static String parties(Alert alert) {
        PairName pair = PairName.of(alert.getPair());
        return NAMES.of(pair.first()) + " and " + NAMES.of(pair.second());
    }

    private static String plural(String unit, long count) {
        if (count == 1) {
            return unit;
        }
        return unit.endsWith("y") ? unit.substring(0, unit.length() - 1) + "ies" : unit + 's';
    }

    private static String number(double value) {
        return value >= 10
                ? Long.toString(Math.round(value))
                : value >= 0.1 ? String.format(Locale.ENGLISH, "%.1f", value) : "fewer than 0.1";
    }

    private static String decimal(double value) {
        return String.format(Locale.ENGLISH, "%.2f", value);
    }

    private static String date(Instant time) {
        return GravestAct.date(time);
    }
}
