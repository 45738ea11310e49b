package io.entente.coder.rules.candidate;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.coder.rules.lexicon.LexiconSet;
import java.util.ArrayList;
import java.util.List;

/** Marks the threats that are threats of force, and thereby severe: "threatened to take X by force", "vowed to bomb Y". */
public final class ForceThreats {
    private static final String SEVERE = "threat";

    private final AnnotatedSentence scene;
    private final EventLexicon lexicon;

    public ForceThreats(AnnotatedSentence scene, EventLexicon lexicon) {
        this.scene = scene;
        this.lexicon = lexicon;
    }

    public List<CandidateEvent> mark(List<CandidateEvent> found) {
        List<CandidateEvent> marked = new ArrayList<>(found.size());
        for (CandidateEvent draft : found) {
            boolean threat = draft.type() == EventType.THREATEN && draft.severe() == null;
            marked.add(threat && force(draft, found) ? draft.severe(SEVERE) : draft);
        }
        return marked;
    }

    private boolean force(CandidateEvent threat, List<CandidateEvent> found) {
        for (CandidateEvent draft : found) {
            boolean announced = draft.status() == Status.INTENDED
                    && draft.type() == EventType.ASSAULT
                    && draft.source().code().equals(threat.source().code())
                    && draft.target().code().equals(threat.target().code());
            if (announced) {
                return true;
            }
        }
        return said(threat.last());
    }

    /** Whether the words after the threat name force: "by force", "with military action". */
    private boolean said(int from) {
        for (int i = from; i < scene.tokens().size() && !scene.lower(i).equals(";"); i++) {
            String before = scene.lower(i - 1);
            boolean means = before.equals("by") || before.equals("with") || before.equals("of") || before.equals("to");
            boolean military = before.equals("military") || before.equals("armed");
            if (means && lexicon.in(LexiconSet.MENACE, scene.lower(i))
                    || military && lexicon.in(LexiconSet.ARMED, scene.lower(i))) {
                return true;
            }
        }
        return false;
    }
}
