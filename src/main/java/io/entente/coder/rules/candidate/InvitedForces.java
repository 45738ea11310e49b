package io.entente.coder.rules.candidate;

import io.entente.avro.EventType;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.coder.rules.lexicon.LexiconSet;
import java.time.LocalDate;
import java.util.List;

/** Force in a state by troops that its government has invited: unless it hits people or organs of the state, it is used at its side. */
public final class InvitedForces {
    private final AnnotatedSentence scene;
    private final EventLexicon lexicon;
    private final LocalDate date;

    /** Those in a sentence in the news of {@code date}. */
    public InvitedForces(AnnotatedSentence scene, EventLexicon lexicon, LocalDate date) {
        this.scene = scene;
        this.lexicon = lexicon;
        this.date = date;
    }

    /** The candidates without force that is used at the side of its apparent target. */
    public List<CandidateEvent> drop(List<CandidateEvent> found) {
        return found.stream()
                .filter(event -> !allied(event) && !comrades(event, found))
                .toList();
    }

    /** "X's army, backed by Y's jets, retook …": those who fight side by side do not fight each other. */
    private static boolean comrades(CandidateEvent event, List<CandidateEvent> found) {
        return event.type() == EventType.ASSAULT
                && found.stream()
                        .anyMatch(other -> other.grounds().rule() == Rule.JOINT_FORCES
                                && other.source().code().equals(event.source().code())
                                && other.target().code().equals(event.target().code()));
    }

    private boolean allied(CandidateEvent event) {
        return event.type() == EventType.ASSAULT
                && (invited(event.source(), event.target()) || invited(event.target(), event.source()));
    }

    private boolean invited(Actor guest, Actor host) {
        return place(host) && lexicon.invited(guest.code(), host.code(), date);
    }

    private boolean place(Actor actor) {
        return switch (actor.mention().kind()) {
            case COUNTRY, CAPITAL, OTHER -> true;
            case DEMONYM ->
                scene.contains(actor.group())
                        && scene.in(
                                LexiconSet.AREA, scene.singular(actor.group().head()));
            default -> false;
        };
    }
}
