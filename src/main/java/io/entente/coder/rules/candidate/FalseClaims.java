package io.entente.coder.rules.candidate;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import io.entente.coder.extract.EventTypes;
import io.entente.coder.rules.clause.AnnotatedSentence;
import io.entente.coder.rules.lexicon.FunctionWords;
import io.entente.coder.rules.lexicon.LexiconSet;
import java.util.ArrayList;
import java.util.List;

/** Deeds of which a sentence says that they did not happen: claims said to be untrue, corrections, hoaxes, simulations, fiction. */
public final class FalseClaims {
    /** How many tokens may stand before the comma of "In the second half of the film, …". */
    private static final int FRAME = 8;

    private final AnnotatedSentence scene;

    public FalseClaims(AnnotatedSentence scene) {
        this.scene = scene;
    }

    /** The candidates without invented and simulated deeds, and with untrue ones as denied. */
    public List<CandidateEvent> mark(List<CandidateEvent> found) {
        if (!found.isEmpty() && fiction()) {
            return List.of();
        }
        int untrue = found.isEmpty() ? Integer.MAX_VALUE : untrue();
        boolean game = !found.isEmpty() && game();
        if (untrue == Integer.MAX_VALUE && !game) {
            return found;
        }
        List<CandidateEvent> kept = new ArrayList<>(found.size());
        for (CandidateEvent event : found) {
            boolean deed = EventTypes.force(event.type()) || event.type() == EventType.SANCTION;
            boolean played = game && (event.type() == EventType.ASSAULT || event.type() == EventType.COERCE);
            if (!played) {
                kept.add(deed && event.first() > untrue ? event.with(Status.DENIED) : event);
            }
        }
        return kept;
    }

    /** The token from which on the sentence says what is not true; the largest number if there is none. */
    private int untrue() {
        int size = scene.tokens().size();
        for (int i = 0; i < size; i++) {
            String word = scene.lower(i);
            String before = i == 0 ? "" : scene.lower(i - 1);
            boolean negated = word.equals("true") && before.equals("not");
            if (negated || scene.in(LexiconSet.UNTRUE, word) && (FunctionWords.COPULA.has(before) || heads(i))) {
                return -1;
            }
            if (scene.in(LexiconSet.UNTRUE, word) && i + 1 < size && scene.in(LexiconSet.TALE, scene.singular(i + 1))) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** "Hoax: …", "Correction: …". */
    private boolean heads(int token) {
        return token < 2
                && token + 1 < scene.tokens().size()
                && scene.lower(token + 1).equals(":");
    }

    /** "In the novel, …", "In this scenario, …". */
    private boolean fiction() {
        if (!scene.lower(0).equals("in")) {
            return false;
        }
        int last = Math.min(FRAME, scene.tokens().size() - 1);
        for (int i = 2; i < last; i++) {
            if (scene.in(LexiconSet.FICTION, scene.lower(i))
                    && scene.lower(i + 1).equals(",")) {
                return true;
            }
        }
        return false;
    }

    private boolean game() {
        for (int i = 0; i < scene.tokens().size(); i++) {
            boolean war =
                    i > 0 && scene.lower(i - 1).equals("war") && scene.lower(i).startsWith("game");
            if (war || scene.in(LexiconSet.SIMULATION, scene.lower(i))) {
                return true;
            }
        }
        return false;
    }
}
