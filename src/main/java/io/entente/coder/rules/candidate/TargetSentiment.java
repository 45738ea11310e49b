package io.entente.coder.rules.candidate;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.lexicon.EventLexicon;
import io.entente.coder.rules.lexicon.LexiconSet;
import java.util.Set;

/**
 * What a statement expresses toward its target, -1 to 1: the event's intensity on Goldstein's scale, raised or lowered by the
 * words that judge or weigh it in its own clause.
 */
public final class TargetSentiment {
    private static final double SCALE = 10;

    private final EventLexicon lexicon;
    private final Set<String> intensifiers;
    private final Set<String> hedges;

    public TargetSentiment(EventLexicon lexicon) {
        this.lexicon = lexicon;
        this.intensifiers = lexicon.set(LexiconSet.INTENSIFIER);
        this.hedges = lexicon.set(LexiconSet.HEDGE);
    }

    public double of(CandidateEvent draft, AnnotatedSentence scene) {
        if (draft.type() == EventType.STATEMENT && draft.sign() == 0) {
            return bounded(draft.intensity() / SCALE);
        }
        double base = 0.25 * draft.sign() + draft.intensity() / SCALE * 0.75;
        double weight = 1;
        double judgement = 0;
        int last = Math.min(scene.tokens().size(), draft.last() + 8);
        for (int i = Math.max(0, draft.first() - 3); i < last; i++) {
            String word = scene.lower(i);
            if (intensifiers.contains(word)) {
                weight += 0.15;
            } else if (hedges.contains(word)) {
                weight -= 0.2;
            }
            if (i >= draft.last()) {
                double value = lexicon.judgement(word);
                judgement = Math.abs(value) > Math.abs(judgement) ? value : judgement;
            }
        }
        double modified = base * Math.max(0.5, Math.min(1.3, weight));
        if (Math.signum(judgement) == Math.signum(modified)) {
            modified += 0.15 * judgement;
        }
        return bounded(draft.status() == Status.DENIED ? 0 : modified);
    }

    private static double bounded(double value) {
        return Math.max(-1, Math.min(1, Math.round(value * 1000) / 1000.0));
    }
}
