package io.entente.alert.text;

import io.entente.actor.dictionary.ActorNames;
import io.entente.alert.day.Breakthroughs;
import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.EventType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The gravest act of an alert: by intensity, then by the number of dead, then the first.
 *
 * @param evidence the event
 * @param killed how many people its sentence says were killed; 0 if it gives no number
 */
public record GravestAct(AlertEvidence evidence, int killed) {
    private static final ActorNames NAMES = ActorNames.load();
    private static final Breakthroughs BREAKTHROUGHS = Breakthroughs.load();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final Comparator<GravestAct> GRAVEST = Comparator.comparingDouble(
                    (GravestAct act) -> -Math.abs(act.evidence().getIntensity()))
            .thenComparing(act -> -act.killed())
            .thenComparing(act -> act.evidence().getPublishedAt())
            .thenComparing(act -> act.evidence().getEventId());

    /** The gravest of what an alert shows; empty if it shows nothing. */
    public static Optional<GravestAct> of(Alert alert) {
        return of(alert.getEvidence());
    }

    /** The gravest of some events. */
    public static Optional<GravestAct> of(Collection<AlertEvidence> events) {
        return events.stream().map(GravestAct::of).min(GRAVEST);
    }

    private static GravestAct of(AlertEvidence event) {
        OptionalInt killed = event.getIntensity() < 0 ? Toll.killed(event.getSentence()) : OptionalInt.empty();
        return new GravestAct(event, killed.orElse(0));
    }

    /** Such as {@code use of force}, {@code a reopened embassy}. */
    public String act() {
        return breakthrough().map(Breakthroughs.Act::phrase).orElseGet(() -> act(evidence.getEvent()));
    }

    private Optional<Breakthroughs.Act> breakthrough() {
        return BREAKTHROUGHS.act(evidence.getEvent(), evidence.getSentiment(), evidence.getSentence());
    }

    /** Such as {@code on 5 June 2017, 12 killed by that report}. */
    public String when() {
        return "on " + date(evidence.getPublishedAt()) + (killed > 0 ? ", " + killed + " killed by that report" : "");
    }

    /** Such as {@code use of force by Peru toward Ecuador on 1 April 2024}, {@code a first meeting in years between Peru and Ecuador on 1 April 2024}. */
    public String sentence() {
        return isMutual()
                ? act() + " between " + NAMES.of(evidence.getSource()) + " and " + NAMES.of(evidence.getTarget()) + ' '
                        + when()
                : sentenceAfterParties();
    }

    /** The same, after words that have named both parties. */
    public String sentenceAfterParties() {
        return isMutual()
                ? act() + ' ' + when()
                : act() + " by " + NAMES.of(evidence.getSource()) + " toward " + NAMES.of(evidence.getTarget()) + ' '
                        + when();
    }

    /** Whether both do it together: they meet, make peace, swap prisoners. */
    private boolean isMutual() {
        return breakthrough().map(Breakthroughs.Act::mutual).orElse(false);
    }

    static String date(Instant time) {
        return DATE.format(time);
    }

    private static String act(EventType type) {
        return switch (type) {
            case AGREE -> "agreement";
            case CONSULT -> "talks";
            case SUPPORT -> "support";
            case CONCEDE -> "a concession";
            case COOPERATE -> "cooperation";
            case AID -> "aid";
            case RETREAT -> "a release, withdrawal or lifted measure";
            case REQUEST -> "a demand";
            case ACCUSE -> "an accusation";
            case REJECT -> "a rejection";
            case THREATEN -> "a threat";
            case PROTEST -> "a protest";
            case SANCTION -> "a sanction or break of ties";
            case MOBILIZE -> "a military move";
            case COERCE -> "coercion such as a seizure";
            case ASSAULT -> "use of force";
            case STATEMENT -> "a statement";
        };
    }
}
