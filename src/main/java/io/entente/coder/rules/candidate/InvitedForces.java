package io.entente.coder.rules.candidate;

import io.entente.avro.EventType;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.lexicon.EventLexicon;
import java.time.LocalDate;
import java.util.List;

/** Force in a state by troops that its government has invited: unless it hits people or organs of the state, it is used at its side. */
public final class InvitedForces {
    private final EventLexicon lexicon;
    private final LocalDate date;

    /** Those in the news of {@code date}. */
    public InvitedForces(EventLexicon lexicon, LocalDate date) {
        this.lexicon = lexicon;
        this.date = date;
    }

    /** The candidates without force that is used at the side of its apparent target. */
    public List<CandidateEvent> drop(List<CandidateEvent> found) {
        return found.stream().filter(event -> !allied(event)).toList();
    }

    private boolean allied(CandidateEvent event) {
        return event.type() == EventType.ASSAULT
                && (invited(event.source(), event.target()) || invited(event.target(), event.source()));
    }

    private boolean invited(Actor guest, Actor host) {
        return place(host) && lexicon.invited(guest.code(), host.code(), date);
    }

    private static boolean place(Actor actor) {
        return switch (actor.mention().kind()) {
            case COUNTRY, CAPITAL, OTHER -> true;
            default -> false;
        };
    }
}
