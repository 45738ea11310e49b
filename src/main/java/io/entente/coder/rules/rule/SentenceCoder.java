package io.entente.coder.rules.rule;

import io.entente.avro.ActorKind;
import io.entente.avro.EventType;
import io.entente.avro.MentionKind;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.candidate.ApparentTargets;
import io.entente.coder.rules.candidate.CandidateEvent;
import io.entente.coder.rules.candidate.FalseClaims;
import io.entente.coder.rules.candidate.ForceThreats;
import io.entente.coder.rules.candidate.GappedEvents;
import io.entente.coder.rules.candidate.HostStates;
import io.entente.coder.rules.candidate.InvitedForces;
import io.entente.coder.rules.candidate.IrregularTargets;
import io.entente.coder.rules.candidate.Rule;
import io.entente.coder.rules.clause.Actor;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.clause.PastReference;
import io.entente.coder.rules.clause.Subjects;
import io.entente.coder.rules.discourse.EventHistory;
import io.entente.coder.rules.discourse.SentenceCodingState;
import io.entente.coder.rules.inference.Inferences;
import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.coder.rules.lexicon.LexiconSet;
import io.entente.coder.rules.lexicon.NounEntry;
import io.entente.language.Clause;
import io.entente.language.ClauseRelation;
import io.entente.language.NounGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Codes one sentence and remembers what it reported. */
public final class SentenceCoder {
    /** So many states at most support each other by what they say together. */
    private static final int FEW = 4;

    private final SentenceCodingState stage;
    private final AnnotatedSentence scene;
    private final EventLexicon lexicon;
    private final EventHistory history;
    private final LocalDate date;

    /** A coder of {@code stage}'s sentence in an article of {@code date} that has reported {@code history} before. */
    public SentenceCoder(SentenceCodingState stage, EventHistory history, LocalDate date) {
        this.stage = stage;
        this.scene = stage.scene();
        this.lexicon = stage.lexicon();
        this.history = history;
        this.date = date;
    }

    public List<CandidateEvent> code() {
        new ClauseCoder(stage).code();
        new NounCoder(stage).code();
        new AdjunctCoder(stage).code();
        new JointForces(stage).code();
        new Inferences(stage).code();
        new RemarkCoder(stage).code();
        List<CandidateEvent> found =
                new ArrayList<>(new GappedEvents(scene).fill(stage.drafts().all()));
        found.addAll(together(found));
        found = new HostStates(scene).extend(found);
        found = new InvitedForces(scene, lexicon, date).drop(found);
        found = new IrregularTargets(scene).drop(found);
        found = new ApparentTargets(scene).drop(found);
        found = new FalseClaims(scene).mark(found);
        found = new ForceThreats(scene, lexicon).mark(found);
        PastReference past = new PastReference(scene, date);
        List<CandidateEvent> kept = new ArrayList<>(found.size());
        for (CandidateEvent draft : found) {
            boolean old = draft.status() == Status.ASSERTED && past.dates(draft.first());
            kept.add(old ? draft.with(Status.PAST) : draft);
        }
        history.add(kept);
        history.moved(movers());
        history.named(scene.parse().groups().stream()
                .flatMap(group -> scene.actors(group).stream())
                .toList());
        return kept;
    }

    /** Who acts in the sentence's first main clause. */
    private List<Actor> movers() {
        for (Clause clause : scene.parse().clauses()) {
            if (clause.finite() && clause.relation() == ClauseRelation.MAIN) {
                NounGroup subject = clause.subject();
                NounEntry deed = subject == null ? null : scene.event(subject);
                List<Actor> doers = subject == null || deed == null
                        ? scene.agents(subject)
                        : stage.nouns().agents(subject, deed);
                return doers.stream()
                        .filter(actor -> actor.direct() || actor.mention().kind() == MentionKind.OFFICE)
                        .filter(actor -> actor.mention().actorKind() != ActorKind.ARMED_GROUP)
                        .toList();
            }
        }
        return List.of();
    }

    /** Two who take the same stand "in a joint statement" support each other; a crowd that votes does not. */
    private List<CandidateEvent> together(List<CandidateEvent> found) {
        if (found.size() < 2
                || !joint()
                || found.stream().map(event -> event.source().code()).distinct().count() > FEW) {
            return List.of();
        }
        List<CandidateEvent> stance = new ArrayList<>(2);
        for (CandidateEvent one : found) {
            for (CandidateEvent other : found) {
                boolean same = one != other
                        && one.status() != Status.DENIED
                        && one.type() == other.type()
                        && one.first() == other.first()
                        && one.target().code().equals(other.target().code())
                        && !one.source().code().equals(other.source().code())
                        && (one.type() == EventType.ACCUSE
                                || one.type() == EventType.REJECT
                                || one.type() == EventType.REQUEST
                                || one.type() == EventType.THREATEN);
                if (same
                        && stance.stream()
                                .noneMatch(s ->
                                        s.source().code().equals(one.source().code())
                                                && s.target()
                                                        .code()
                                                        .equals(other.source().code()))) {
                    stance.add(new CandidateEvent(
                            one.source(),
                            other.source(),
                            EventType.SUPPORT,
                            EventTypes.intensity(EventType.SUPPORT),
                            Status.ASSERTED,
                            null,
                            one.first(),
                            one.last(),
                            one.voice(),
                            Rule.JOINT_STANCE.grounds(),
                            one.entries()));
                }
            }
        }
        return stance;
    }

    private boolean joint() {
        for (int i = 0; i < scene.tokens().size(); i++) {
            boolean named = i > 0 && scene.tokens().get(i).capitalised(); // "the Joint Plan of Action"
            if (lexicon.in(LexiconSet.JOINT, scene.lower(i)) && !named && !scene.covered(i)) {
                return true;
            }
        }
        return scene.parse().clauses().stream().anyMatch(Subjects::accompanies);
    }
}
