package io.entente.backtest;

/**
 * A year of the feed.
 *
 * @param days of it that the feed covers
 * @param crises known
 * @param crisesFound of which found
 * @param thaws known
 * @param thawsFound of which found
 * @param warnings alerts of WARNING and above that opened in it
 * @param alerts all that opened in it
 * @param contacts first and renewed contacts among them
 */
public record YearRow(
        int year,
        int days,
        int crises,
        int crisesFound,
        int thaws,
        int thawsFound,
        int warnings,
        int alerts,
        int contacts) {}
