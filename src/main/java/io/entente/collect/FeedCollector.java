package io.entente.collect;

import io.entente.article.form.ArticleReader;
import io.entente.collect.web.Web;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Polls feeds for as long as its {@link Web} runs, and publishes each article once, over restarts too. Safe for several threads. */
public final class FeedCollector {
    private final Map<String, Feed> feeds = new LinkedHashMap<>();

    /**
     * @param fullText whether the page of an entry is read that has only a teaser
     * @param state from the run before, not closed before {@code web} is
     * @param random spreads the polls
     */
    public FeedCollector(
            List<Source> sources,
            CollectSettings settings,
            boolean fullText,
            Web web,
            CollectState state,
            RandomGenerator random,
            ArticleOutput output) {
        state.forget(LocalDate.ofInstant(web.now(), ZoneOffset.UTC));
        FeedContext context = new FeedContext(
                web,
                ArticleReader.ofFeeds(),
                settings,
                state,
                new SeenArticles(state),
                new PollTimes(settings.interval(), random),
                fullText ? new FullText(web) : null,
                output);
        sources.forEach(source -> feeds.put(source.url().toString(), new Feed(source, context)));
    }

    /** Appoints the first poll of each feed; {@link Web#run} does the rest. */
    public void begin() {
        feeds.values().forEach(Feed::begin);
    }

    /** How each source is, in the order of the list. */
    public List<SourceHealth> health() {
        return feeds.values().stream().map(Feed::health).toList();
    }

    /** How the source at {@code url} is, if it is one. */
    Optional<SourceHealth> health(String url) {
        return Optional.ofNullable(feeds.get(url)).map(Feed::health);
    }
}
