package io.entente.statement;

import io.entente.avro.EventType;
import io.entente.avro.Status;
import java.util.ArrayList;
import java.util.List;

/** Tells which threats are threats of force, and thereby severe: "threatened to take X by force", "vowed to bomb Y". */
final class Menace {
    private static final String SEVERE = "threat";

    private final Scene scene;
    private final EventLexicon lexicon;

    Menace(Scene scene, EventLexicon lexicon) {
        this.scene = scene;
        this.lexicon = lexicon;
    }

    List<Draft> mark(List<Draft> found) {
        List<Draft> marked = new ArrayList<>(found.size());
        for (Draft draft : found) {
            boolean threat = draft.type() == EventType.THREATEN && draft.severe() == null;
            marked.add(threat && force(draft, found) ? draft.severe(SEVERE) : draft);
        }
        return marked;
    }

    private boolean force(Draft threat, List<Draft> found) {
        for (Draft draft : found) {
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

    /** Whether the words behind the threat name force: "by force", "with military action". */
    private boolean said(int from) {
        for (int i = from; i < scene.tokens().size() && !scene.lower(i).equals(";"); i++) {
            String before = scene.lower(i - 1);
            boolean means = before.equals("by") || before.equals("with") || before.equals("of") || before.equals("to");
            boolean military = before.equals("military") || before.equals("armed");
            if (means && lexicon.in("menace", scene.lower(i)) || military && lexicon.in("armed", scene.lower(i))) {
                return true;
            }
        }
        return false;
    }
}
