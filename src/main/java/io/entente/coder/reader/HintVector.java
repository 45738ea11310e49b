package io.entente.coder.reader;

import io.entente.avro.Status;
import java.util.List;

/** The hints of a pair as the model takes them: labels, whether there is none, statuses, the labels of the opposite direction, confidence. */
final class HintVector {
    private static final int LABELS = Label.values().length;
    private static final int NONE = LABELS;
    private static final int STATUSES = NONE + 1;
    private static final int OPPOSITE = STATUSES + Status.values().length;
    private static final int CONFIDENCE = OPPOSITE + LABELS;

    /** The vector's length. */
    static final int SIZE = CONFIDENCE + 1;

    private HintVector() {}

    static float[] of(List<Hint> hints, String source, String target) {
        float[] vector = new float[SIZE];
        vector[NONE] = 1;
        for (Hint hint : hints) {
            int label = Label.of(hint.type(), hint.sign()).ordinal();
            if (hint.source().equals(source) && hint.target().equals(target)) {
                vector[label] = 1;
                vector[NONE] = 0;
                vector[STATUSES + hint.status().ordinal()] = 1;
                vector[CONFIDENCE] = Math.max(vector[CONFIDENCE], (float) hint.confidence());
            } else if (hint.source().equals(target) && hint.target().equals(source)) {
                vector[OPPOSITE + label] = 1;
            }
        }
        return vector;
    }
}
