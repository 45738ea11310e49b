package io.entente.coder.rules.inference;

import io.entente.actor.ActorMention;
import io.entente.coder.rules.discourse.SentenceCodingState;
import java.util.List;

/** Asks what follows from a sentence as a whole, after its clauses and nouns have been read. */
public final class Inferences {
    private final SentenceCodingState state;

    /** Those about {@code state}'s sentence. */
    public Inferences(SentenceCodingState state) {
        this.state = state;
    }

    /** Adds what follows. */
    public void code() {
        new QuotedJudgements(state).run(); // the other side may stand in the sentence before
        new Rejoinders(state).run();
        if (!several()) {
            return;
        }
        Surroundings around = new Surroundings(state.scene());
        List.<Runnable>of(
                        new Espionage(state, around),
                        new Custody(state, around),
                        new Releases(state),
                        new Resumptions(state),
                        new ForceOnGround(state, around),
                        new Extraditions(state, around),
                        new Visits(state, around),
                        new Gatherings(state, around),
                        new StandingMeasures(state),
                        new Answers(state),
                        new Appeals(state, around),
                        new Campaigns(state, around),
                        new Intrusions(state, around),
                        new JointOperations(state, around),
                        new Mediations(state),
                        new Casualties(state, around),
                        new Provocations(state, around),
                        new Deterrence(state),
                        new Reach(state),
                        new Requests(state),
                        new Agreements(state),
                        new Followers(state),
                        new Addresses(state),
                        new Sponsors(state),
                        new Exclusions(state))
                .forEach(Runnable::run);
    }

    /** Whether the sentence names two actors, so that there is somebody toward whom the other acts. */
    private boolean several() {
        List<ActorMention> mentions = state.scene().mentions();
        for (ActorMention mention : mentions) {
            if (!mention.code().equals(mentions.get(0).code())) {
                return true;
            }
        }
        return false;
    }
}
