package io.entente.backtest;

import io.entente.avro.AlertKind;
import io.entente.avro.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest found. Alerts that closing withdrew are left out everywhere.
 *
 * @param from first day of the feed
 * @param to its last day
 * @param days how many those are
 * @param rule when an alert counts as having found an episode
 * @param verdicts one for each known episode within the feed, in order of time
 * @param outside known episodes that the feed does not cover
 * @param kinds alerts by kind and severity
 * @param years the same and what was found, by year
 * @param medianDelay median over the crises found of the days from the crisis to its alert; null if none was found
 * @param alerts all, in order of opening
 * @param episodes the same alerts, grouped: one for each story
 * @param sample ids of alerts of WARNING and above drawn at random, to be judged by hand
 */
public record BacktestResult(
        LocalDate from,
        LocalDate to,
        int days,
        FindingRule rule,
        List<Verdict> verdicts,
        List<KnownEpisode> outside,
        Map<AlertKind, Map<Severity, Integer>> kinds,
        List<YearRow> years,
        @Nullable Double medianDelay,
        List<ShownAlert> alerts,
        List<EpisodeRow> episodes,
        List<String> sample) {

    public BacktestResult {
        verdicts = List.copyOf(verdicts);
        outside = List.copyOf(outside);
        kinds = Map.copyOf(kinds);
        years = List.copyOf(years);
        alerts = List.copyOf(alerts);
        episodes = List.copyOf(episodes);
        sample = List.copyOf(sample);
    }

    /** Known episodes of a kind within the feed. */
    public long known(KnownEpisode.Kind kind) {
        return verdicts.stream()
                .filter(verdict -> verdict.episode().kind() == kind)
                .count();
    }

    /** Those of which an alert was found. */
    public long found(KnownEpisode.Kind kind) {
        return verdicts.stream()
                .filter(verdict -> verdict.episode().kind() == kind && verdict.found() != null)
                .count();
    }
}
