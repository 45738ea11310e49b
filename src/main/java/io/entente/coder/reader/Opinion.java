package io.entente.coder.reader;

import io.entente.avro.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * What the reader thinks of a pair of actors in a text: the answer for the window in which it is surest that anything is said.
 *
 * @param window the window
 * @param pair the pair in it
 * @param answer the model's answer
 */
record Opinion(TextWindow window, TextWindow.Pair pair, PairAnswer answer) {
    private static final Label[] LABELS = Label.values();
    private static final Status[] STATUSES = Status.values();
    /** What is denied or past counts nowhere, so the reader must be sure of it. */
    private static final double SURELY_NOT = 0.7;

    String source() {
        return window.actors().get(pair.source()).code();
    }

    String target() {
        return window.actors().get(pair.target()).code();
    }

    double probability() {
        return answer.probability();
    }

    /** The likeliest label. */
    Label top() {
        return LABELS[argmax(answer.labels())];
    }

    double probability(Label label) {
        return answer.labels()[label.ordinal()];
    }

    /** The likeliest label of the likeliest sign, and the next likely one if it is at least as likely as {@code second}. */
    List<Label> labels(double second) {
        double[] mass = new double[3];
        for (Label label : LABELS) {
            mass[1 - label.sign()] += probability(label);
        }
        int sign = mass[0] >= mass[1] && mass[0] >= mass[2] ? 1 : mass[1] >= mass[2] ? 0 : -1;
        List<Label> order = new ArrayList<>(List.of(LABELS));
        order.sort((one, other) -> Double.compare(probability(other), probability(one)));
        List<Label> chosen = new ArrayList<>();
        order.stream().filter(label -> label.sign() == sign).findFirst().ifPresent(chosen::add);
        order.stream()
                .limit(3)
                .filter(label -> label.type() != chosen.get(0).type() && probability(label) >= second)
                .findFirst()
                .ifPresent(chosen::add);
        return chosen;
    }

    /** How the text presents it: asserted, unless the reader thinks otherwise. */
    Status status() {
        Status likeliest = STATUSES[argmax(answer.statuses())];
        double not = answer.statuses()[Status.DENIED.ordinal()] + answer.statuses()[Status.PAST.ordinal()];
        boolean counts = likeliest != Status.DENIED && likeliest != Status.PAST;
        return counts || not >= SURELY_NOT ? likeliest : Status.ASSERTED;
    }

    private static int argmax(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }
}
