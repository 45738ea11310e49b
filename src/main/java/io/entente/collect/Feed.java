package io.entente.collect;

import io.entente.avro.Article;
import io.entente.collect.web.Get;
import io.entente.collect.web.Reply;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source at work: polled, read, its new articles published, its state kept, the next poll appointed; whatever goes wrong, there is a next poll. What was
 * not published is not kept as seen, and the version that showed it not as known, so that it comes again. One poll at a time.
 */
final class Feed {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final String FEEDS =
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

    private final Source source;
    private final FeedContext context;
    private volatile SourceState state;

    Feed(Source source, FeedContext context) {
        this.source = source;
        this.context = context;
        this.state = context.state().source(key()).orElseGet(() -> SourceState.of(source));
    }

    private String key() {
        return source.url().toString();
    }

    SourceHealth health() {
        return SourceHealth.of(source, state);
    }

    /** Appoints the next poll: as the state says, at once if it says nothing. */
    void begin() {
        Instant now = context.web().now();
        Instant next = state.nextPoll();
        poll(next == null || next.isBefore(now) ? now : next);
    }

    private void poll(Instant due) {
        Get get = new Get(state.url(), FEEDS, state.etag(), state.lastModified(), false);
        context.web().get(get, due, this::answered);
    }

    private void answered(Reply reply) {
        try {
            if (reply.ok()) {
                read(reply);
            } else if (reply.status() == 304) {
                succeed(reply, 0, Set.of());
            } else {
                fail(reply, reply.problem());
            }
        } catch (RuntimeException | StackOverflowError e) { // of a document nested without end
            LOG.debug("{}", source.name(), e);
            fail(reply, String.valueOf(e.getMessage() == null ? e : e.getMessage()));
        }
    }

    private void read(Reply reply) {
        Instant now = context.web().now();
        FeedEntries entries = FeedEntries.read(context.reader(), source.name(), reply, now);
        if (entries.articles().isEmpty() && !entries.problems().isEmpty()) {
            fail(reply, entries.problems().get(0));
            return;
        }
        entries.problems().forEach(problem -> LOG.debug("{}", problem));
        Selection selection = new Selection(now);
        try {
            entries.articles().stream()
                    .sorted(Comparator.comparing(Article::getPublishedAt))
                    .forEach(selection::consider);
        } catch (RuntimeException e) {
            context.seen().release(selection.claimed);
            throw e;
        }
        FullText fullText = context.fullText();
        if (fullText != null) {
            Reply head = reply.head();
            fullText.complete(selection.fresh, articles -> finish(head, articles, selection));
        } else {
            finish(reply, selection.fresh, selection);
        }
    }

    /** The entries of one version that are to be taken. */
    private final class Selection {
        private final Instant now;
        private final List<Article> fresh = new ArrayList<>();
        private final Set<ArticleMark> claimed = new HashSet<>();
        private final Set<ArticleMark> fading = new HashSet<>();
        private boolean waiting;

        Selection(Instant now) {
            this.now = now;
        }

        void consider(Article article) {
            Instant published = article.getPublishedAt();
            if (published.isAfter(now.plus(context.settings().future()))) {
                waiting = true; // its time comes, and with it the article
                return;
            }
            if (published.isBefore(now.minus(context.settings().maxAge()))) {
                return;
            }
            Set<ArticleMark> marks = ArticleMark.of(article);
            if (context.seen().claim(marks)) {
                claimed.addAll(marks);
                fresh.add(article);
            } else {
                marks.stream()
                        .filter(mark -> context.state().fades(mark, today()))
                        .forEach(fading::add);
            }
        }
    }

    private void finish(Reply reply, List<Article> articles, Selection selection) {
        try {
            if (!articles.isEmpty()) {
                context.output().publish(articles);
            }
            state = selection.waiting
                    ? state.read(address(reply), null, null)
                    : state.read(
                            address(reply),
                            reply.header("etag").orElse(null),
                            reply.header("last-modified").orElse(null));
            Set<ArticleMark> marks = new HashSet<>(selection.claimed);
            marks.addAll(selection.fading);
            articles.forEach(article -> marks.addAll(ArticleMark.of(article)));
            succeed(reply, articles.size(), marks);
        } catch (RuntimeException e) {
            LOG.debug("{}", source.name(), e);
            fail(reply, "its articles could not be published: " + e.getMessage());
        } finally {
            context.seen().release(selection.claimed);
        }
    }

    /** Where it is polled from now on. */
    private URI address(Reply reply) {
        return reply.moved() ? reply.url() : state.url();
    }

    private void succeed(Reply reply, int articles, Set<ArticleMark> marks) {
        Instant now = context.web().now();
        if (state.failures() > 0) {
            LOG.info("{}: works again", source.name());
        }
        if (articles > 0) {
            LOG.info("{}: {} new", source.name(), articles);
        }
        appoint(state.succeeded(now, articles).due(context.times().afterSuccess(reply, now)), marks);
    }

    private void fail(Reply reply, String why) {
        Instant now = context.web().now();
        SourceState failed = state.failed(now, why);
        Instant next = context.times().afterFailure(reply, failed.failures(), now);
        LOG.warn("{}: {}; again at {}", source.name(), why, next);
        appoint(failed.due(next), Set.of());
    }

    /** Every poll ends here, whether its state can be kept or not: it appoints one other. */
    private void appoint(SourceState next, Set<ArticleMark> marks) {
        state = next;
        try {
            context.state().write(key(), next, marks, today());
        } catch (RuntimeException e) {
            LOG.error("{}: {}", source.name(), e.getMessage());
            state = next.failed(context.web().now(), String.valueOf(e.getMessage()));
        }
        poll(Objects.requireNonNull(next.nextPoll()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(context.web().now(), ZoneOffset.UTC);
    }
}
