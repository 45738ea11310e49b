package io.entente.backtest;

import java.time.LocalDate;

/**
 * A crisis or a thaw between two actors that history records.
 *
 * @param pair both codes in alphabetical order, e.g. {@code CHN-RUS}
 * @param day on which it broke out or became known
 * @param kind what it was
 * @param what it is called
 */
public record KnownEpisode(String pair, LocalDate day, Kind kind, String what) {

    /** What an episode can be. */
    public enum Kind {
        CRISIS,
        THAW
    }
}
