package io.entente.backtest;

import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.Mention;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.relation.Pair;
import io.entente.replay.ReplaySink;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a replay and keeps what it takes to judge the alerts: all of them in their last version, and what was said around the days of known
 * episodes.
 */
public final class Backtest implements ReplaySink {
    private final FindingRule rule;
    private final List<Watch> watches;
    private final Map<String, List<Watch>> watchesByPair = new HashMap<>();
    private final Set<String> watchedActors = new HashSet<>();
    private final Map<String, Alert> alerts = new HashMap<>();
    private boolean articlesRead;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    /** Against episodes in any order. */
    public Backtest(FindingRule rule, Collection<KnownEpisode> known) {
        this.rule = rule;
        this.watches = known.stream()
                .sorted(Comparator.comparing(KnownEpisode::day).thenComparing(KnownEpisode::pair))
                .map(episode -> new Watch(rule, episode))
                .toList();
        for (Watch watch : watches) {
            String name = watch.episode().pair();
            watchesByPair.computeIfAbsent(name, absent -> new ArrayList<>()).add(watch);
            Pair pair = Pair.parse(name);
            watchedActors.add(pair.first());
            watchedActors.add(pair.second());
        }
    }

    @Override
    public void article(EnrichedArticle article) {
        articlesRead = true;
        LocalDate day = extend(article.getPublishedAt());
        List<String> actors = article.getMentions().stream()
                .map(Mention::getCode)
                .filter(watchedActors::contains)
                .distinct()
                .sorted()
                .toList();
        for (int i = 0; i < actors.size(); i++) {
            for (String other : actors.subList(i + 1, actors.size())) {
                watching(actors.get(i) + '-' + other, day, watch -> watch.mention(article));
            }
        }
    }

    @Override
    public void statement(Statement statement) {
        LocalDate day = extend(statement.getPublishedAt());
        String pair = Pair.of(statement.getSource(), statement.getTarget()).toString();
        watching(pair, day, watch -> watch.statement(day, statement));
    }

    private void watching(String pair, LocalDate day, Consumer<Watch> what) {
        for (Watch watch : watchesByPair.getOrDefault(pair, List.of())) {
            if (rule.covers(watch.episode(), day)) {
                what.accept(watch);
            }
        }
    }

    private LocalDate extend(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
        return day;
    }

    @Override
    public void event(String key, @Nullable Event event) {}

    @Override
    public void hourly(String key, @Nullable RelationWindow window) {}

    @Override
    public void daily(String key, @Nullable RelationWindow window) {}

    @Override
    public void frozen(Instant horizon) {}

    @Override
    public void alert(String key, @Nullable Alert alert) {
        if (alert == null || alert.getState() == AlertState.WITHDRAWN) {
            alerts.remove(key);
        } else {
            alerts.put(key, alert);
        }
    }

    /** Whether the feed has said anything. */
    public boolean hasFeed() {
        return first != null;
    }

    /**
     * What was found, once the feed has ended.
     *
     * @param sampled alerts of WARNING and above to draw for judgement by hand
     * @param seed of the draw: the same seed draws the same alerts
     * @throws IllegalStateException if the feed had no article
     */
    public BacktestResult result(int sampled, long seed) {
        LocalDate from = first;
        LocalDate to = last;
        if (from == null || to == null) {
            throw new IllegalStateException("the feed has no articles");
        }
        List<Alert> raised = alerts.values().stream()
                .sorted(Comparator.comparing(Alert::getOpenedAt)
                        .thenComparing(Alert::getPair)
                        .thenComparing(Alert::getId))
                .toList();
        List<KnownEpisode> outside = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (Watch watch : watches) {
            KnownEpisode episode = watch.episode();
            if (episode.day().isBefore(from) || episode.day().isAfter(to)) {
                outside.add(episode);
            } else {
                verdicts.add(watch.verdict(raised, articlesRead));
            }
        }
        return new Tally(rule, from, to, verdicts, outside, raised).result(sampled, seed);
    }
}
