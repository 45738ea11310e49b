package io.entente.coder.rules.inference;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.language.Clause;
import io.entente.language.NounGroup;
import java.util.List;

/**
 * Ships, aircraft and troops that come close enough for another state to protest or to act: "scrambled jets to intercept two X
 * bombers near its airspace", "summoned X's envoy after X boats sailed past the islands".
 */
final class Intrusions implements Runnable {
    private final SentenceCodingState state;
    private final Surroundings around;

    Intrusions(SentenceCodingState state, Surroundings around) {
        this.state = state;
        this.around = around;
    }

    @Override
    public void run() {
        List<CandidateEvent> answers =
                state.drafts().all().stream().filter(Intrusions::wards).toList();
        for (CandidateEvent answer : answers) {
            for (Actor actor : around.named()) {
                if (actor.code().equals(answer.target().code())
                        && comes(actor.group(), answer.type() != EventType.ASSAULT)) {
                    state.drafts().drop(draft -> misread(draft, answer));
                    state.drafts()
                            .addMissing(
                                    SentenceCodingState.act(
                                            actor.group(),
                                            EventType.MOBILIZE,
                                            Status.ASSERTED,
                                            Rule.INTRUSION.grounds(),
                                            "intrusion"),
                                    List.of(actor),
                                    List.of(answer.source()));
                }
            }
        }
    }

    /** Whether the one who wards off was taken for the one who came: "shot at a boat after it had entered its waters". */
    private static boolean misread(CandidateEvent draft, CandidateEvent answer) {
        return draft.type() == EventType.MOBILIZE
                && answer.type() != EventType.MOBILIZE
                && draft.first() > answer.first()
                && draft.source().code().equals(answer.source().code())
                && draft.target().code().equals(answer.target().code());
    }

    /** Whether somebody keeps another off, or complains. */
    private static boolean wards(CandidateEvent draft) {
        boolean states = draft.source().mention().actorKind() == ActorKind.COUNTRY
                && draft.target().mention().actorKind() == ActorKind.COUNTRY
                && draft.status() == Status.ASSERTED;
        return states
                && switch (draft.type()) {
                    case PROTEST, MOBILIZE, ASSAULT, COERCE -> true;
                    default -> false;
                };
    }

    /** Whether the group's forces move, by a verb or by a noun: "Kenyan jets entered", "a Kenyan naval patrol". */
    private boolean comes(NounGroup group, boolean sortie) {
        String head = state.scene().singular(group.head());
        if (sortie && state.lexicon().in(LexiconSet.SORTIE, head)) {
            return true;
        }
        boolean forces = state.lexicon().in(LexiconSet.VESSEL, head)
                || state.lexicon().in(LexiconSet.AIRCRAFT, head)
                || state.lexicon().in(LexiconSet.FORCES, head);
        return forces && state.scene().parse().clauses().stream().anyMatch(clause -> moves(clause, group));
    }

    private boolean moves(Clause clause, NounGroup group) {
        NounGroup subject = clause.subject();
        boolean own =
                subject != null && (subject == group || subject == group.governor() || clause.antecedent() == group);
        boolean pronoun = subject != null
                && subject.first() > group.head()
                && FunctionWords.INTRUDER.has(state.scene().head(subject))
                && clause.arguments().stream().anyMatch(area -> state.lexicon()
                        .in(LexiconSet.AREA, state.scene().head(area)));
        return (own || pronoun)
                && !clause.passive()
                && !clause.negated()
                && state.lexicon().in(LexiconSet.ENTERING, clause.lemma());
    }
}
