package io.entente.backtest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the alerts found a known episode, and if not, why not.
 *
 * @param episode the episode
 * @param found the alert nearest to its day that found it; null if none did
 * @param delay days from the episode's day to that on which this alert opened; null if none did
 * @param miss why none did; null if one did
 * @param weak alerts of a kind that would have found it, but not of the severity that it takes
 * @param said what the feed was read to say of the pair around that day
 * @param mentions articles around that day that name both actors, where the feed itself was read; else null
 */
public record Verdict(
        KnownEpisode episode,
        @Nullable ShownAlert found,
        @Nullable Integer delay,
        @Nullable Miss miss,
        List<ShownAlert> weak,
        List<Said> said,
        @Nullable Mentions mentions) {

    public Verdict {
        weak = List.copyOf(weak);
        said = List.copyOf(said);
    }

    /** Why no alert found an episode. */
    public enum Miss {
        /** The coder read nothing about the pair around that day. */
        NO_STATEMENT,
        /** What it read raised no alert of the kind. */
        NO_ALERT,
        /** There was an alert of the kind, but not of the severity that it takes. */
        TOO_WEAK
    }

    /**
     * A statement about the pair.
     *
     * @param type PLOVER event type
     * @param status how the text presents it, such as {@code asserted}
     */
    public record Said(LocalDate day, String source, String target, String type, String status, String sentence) {}

    /**
     * Articles that name both actors.
     *
     * @param count how many there were
     * @param first how the first of them begin
     */
    public record Mentions(int count, List<String> first) {
        public Mentions {
            first = List.copyOf(first);
        }
    }
}
