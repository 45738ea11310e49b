package io.entente.coder.reader;

import io.entente.avro.Status;
import java.util.List;

/**
 * The hints of a pair as the model takes them: labels, whether there is none, statuses, the labels of the opposite direction, confidence;
 * then whether the extractors before it said anything of the window, of the source toward others, of others toward the target.
 */
final class HintVector {
    private static final int LABELS = Label.values().length;
    private static final int NONE = LABELS;
    private static final int STATUSES = NONE + 1;
    private static final int OPPOSITE = STATUSES + Status.values().length;
    private static final int CONFIDENCE = OPPOSITE + LABELS;
    private static final int ANYTHING = CONFIDENCE + 1;
    private static final int SAME_SOURCE = ANYTHING + 1;
    private static final int SAME_TARGET = SAME_SOURCE + 1;

    /** The vector's length. */
    static final int SIZE = SAME_TARGET + 1;

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

    /** Whether there is any hint of the pair itself. */
    static boolean speaks(float[] vector) {
        return vector[NONE] == 0;
    }

    /** Whether there is any hint of the window. */
    static boolean speaksOfWindow(float[] vector) {
        return vector[ANYTHING] > 0;
    }

    /** Whether there is a hint of the source toward another target of the window. */
    static boolean speaksOfSource(float[] vector) {
        return vector[SAME_SOURCE] > 0;
    }

    /** Notes in each vector what is said of the window's other pairs. */
    static void surround(List<TextWindow.Pair> pairs) {
        List<TextWindow.Pair> said =
                pairs.stream().filter(pair -> speaks(pair.hints())).toList();
        for (TextWindow.Pair pair : pairs) {
            float[] vector = pair.hints();
            vector[ANYTHING] = said.isEmpty() ? 0 : 1;
            for (TextWindow.Pair other : said) {
                if (other != pair) {
                    vector[SAME_SOURCE] = other.source() == pair.source() ? 1 : vector[SAME_SOURCE];
                    vector[SAME_TARGET] = other.target() == pair.target() ? 1 : vector[SAME_TARGET];
                }
            }
        }
    }
}
