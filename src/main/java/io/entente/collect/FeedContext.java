package io.entente.collect;

import io.entente.article.form.ArticleReader;
import io.entente.collect.web.Web;
import org.jspecify.annotations.Nullable;

/**
 * What all feeds share.
 *
 * @param web fetches
 * @param reader reads feeds
 * @param settings how feeds are polled
 * @param state outlives a restart
 * @param seen which articles were taken
 * @param times when a feed is polled next
 * @param fullText completes teasers; null if they are taken as they are
 * @param output takes the articles
 */
record FeedContext(
        Web web,
        ArticleReader reader,
        CollectSettings settings,
        CollectState state,
        SeenArticles seen,
        PollTimes times,
        @Nullable FullText fullText,
        ArticleOutput output) {}
