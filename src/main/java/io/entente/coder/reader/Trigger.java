package io.entente.coder.reader;

import io.entente.actor.ActorMention;
import io.entente.language.segment.Span;

/** The words of a window that the reader looked at most when it judged a pair: what it read as the event's trigger. */
final class Trigger {
    private static final int OUTSIDE = 0;

    private Trigger() {}

    /** The span of the word outside all mentions, in the source's sentence where there is any, that got most attention. */
    static Span of(String text, TextWindow window, float[] attention) {
        Span best = null;
        double most = -1;
        for (int i = 1; i < window.pieces().size() - 1; ) {
            int end = wordEnd(window, i);
            if (readable(text, window, i)) {
                double sum = 0;
                for (int k = i; k < end; k++) {
                    sum += attention[k];
                }
                if (sum > most) {
                    most = sum;
                    best = new Span(window.pieces().begin(i), window.pieces().end(end - 1));
                }
            }
            i = end;
        }
        return best == null ? new Span(window.begin(), window.end()) : best;
    }

    private static boolean readable(String text, TextWindow window, int i) {
        int begin = window.pieces().begin(i);
        return window.marks()[i] == OUTSIDE
                && window.pieces().end(i) > begin
                && Character.isLetterOrDigit(text.codePointAt(begin));
    }

    /** The exclusive end of the word that begins with piece {@code i}: pieces that follow each other without a gap. */
    private static int wordEnd(TextWindow window, int i) {
        int end = i + 1;
        while (end < window.pieces().size() - 1
                && window.marks()[end] == window.marks()[i]
                && window.pieces().begin(end) == window.pieces().end(end - 1)
                && window.pieces().end(end) > window.pieces().begin(end)
                && window.marks()[i] <= 1) {
            end++;
        }
        return end;
    }

    /** The mention of an actor that stands nearest to {@code trigger}. */
    static ActorMention nearest(TextWindow.Actor actor, Span trigger) {
        ActorMention best = actor.mentions().get(0);
        for (ActorMention mention : actor.mentions()) {
            if (distance(mention, trigger) < distance(best, trigger)) {
                best = mention;
            }
        }
        return best;
    }

    private static int distance(ActorMention mention, Span trigger) {
        return Math.max(0, Math.max(trigger.begin() - mention.end(), mention.begin() - trigger.end()));
    }
}
