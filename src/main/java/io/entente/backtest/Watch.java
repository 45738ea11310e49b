package io.entente.backtest;

import io.entente.avro.Alert;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said around the day of a known episode. */
final class Watch {
    /** A long war fills no report. */
    private static final int STATEMENTS_KEPT = 50;

    private static final int ARTICLES_SHOWN = 3;
    private static final int BEGINNING = 200;

    private final FindingRule rule;
    private final KnownEpisode episode;
    private final List<Verdict.Said> said = new ArrayList<>();
    private final List<String> beginnings = new ArrayList<>();
    private int mentions;

    Watch(FindingRule rule, KnownEpisode episode) {
        this.rule = rule;
        this.episode = episode;
    }

    KnownEpisode episode() {
        return episode;
    }

    void mention(EnrichedArticle article) {
        mentions++;
        if (beginnings.size() < ARTICLES_SHOWN) {
            String text = article.getTitle().orElse(article.getBody()).strip();
            beginnings.add(text.length() <= BEGINNING ? text : text.substring(0, BEGINNING) + "…");
        }
    }

    void statement(LocalDate day, Statement statement) {
        if (said.size() < STATEMENTS_KEPT) {
            said.add(new Verdict.Said(
                    day,
                    statement.getSource(),
                    statement.getTarget(),
                    statement.getEvent().name(),
                    statement.getStatus().name().toLowerCase(Locale.ROOT),
                    statement.getSentence()));
        }
    }

    /** @param articlesRead whether it was given articles, not only statements */
    Verdict verdict(List<Alert> alerts, boolean articlesRead) {
        List<Alert> near = alerts.stream()
                .filter(alert -> alert.getPair().equals(episode.pair())
                        && FindingRule.isOfKind(episode, alert)
                        && rule.covers(episode, FindingRule.opened(alert)))
                .sorted(Comparator.comparingLong(alert -> Math.abs(delay(alert))))
                .toList();
        Optional<Alert> found =
                near.stream().filter(alert -> rule.isStrong(episode, alert)).findFirst();
        return new Verdict(
                episode,
                found.map(ShownAlert::of).orElse(null),
                found.map(alert -> (int) delay(alert)).orElse(null),
                found.isPresent() ? null : miss(near),
                found.isPresent()
                        ? List.of()
                        : near.stream().map(ShownAlert::of).toList(),
                said,
                articlesRead ? new Verdict.Mentions(mentions, beginnings) : null);
    }

    private Verdict.Miss miss(List<Alert> near) {
        if (said.isEmpty()) {
            return Verdict.Miss.NO_STATEMENT;
        }
        return near.isEmpty() ? Verdict.Miss.NO_ALERT : Verdict.Miss.TOO_WEAK;
    }

    private long delay(Alert alert) {
        return FindingRule.delay(episode, FindingRule.opened(alert));
    }
}
