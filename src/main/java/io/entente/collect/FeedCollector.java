package io.entente.collect;

import io.entente.collect.web.Web;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;

/** Polls feeds for as long as its {@link Web} runs, and publishes each article once, over restarts too. Safe for several threads. */
public final class FeedCollector {
    private final List<Feed> feeds;

    /**
     * @param state from the run before, not closed before {@code web} is
     * @param random spreads the polls
     */
    public FeedCollector(
            List<Source> sources,
            CollectSettings settings,
            Web web,
            CollectState state,
            RandomGenerator random,
            ArticleOutput output) {
        state.forget(LocalDate.ofInstant(web.now(), ZoneOffset.UTC));
        FeedContext context = new FeedContext(
                web,
                settings,
                state,
                new SeenArticles(state),
                new PollTimes(settings.interval(), random),
                new FullText(web),
                output);
        feeds = sources.stream().map(source -> new Feed(source, context)).toList();
    }

    /** Appoints the first poll of each feed; {@link Web#run} does the rest. */
    public void begin() {
        feeds.forEach(Feed::begin);
    }

    /** How each source is, in the order of the list. */
    public List<SourceHealth> health() {
        return feeds.stream().map(Feed::health).toList();
    }
}
