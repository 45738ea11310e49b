package io.entente.collect.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.avro.Article;
import io.entente.collect.ArticleOutput;
import io.entente.collect.SourceHealth;
import io.entente.collect.TakenArticles;
import io.entente.collect.web.Get;
import io.entente.collect.web.Reply;
import io.entente.collect.web.Web;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the portal's pages through the MediaWiki API, from a day on to today, fifty days a request, and publishes what is new in them; then, if it follows, the last
 * days again and again, since a day's page grows for days. A request that fails is made again. Runs as long as its {@link Web} does.
 */
public final class CurrentEvents {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentEvents.class);
    /** As many titles as the API takes at once. */
    private static final int DAYS = 50;
    /** So many days' pages still grow. */
    private static final int GROWING = 3;

    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final int TRIES = 6;
    private static final String JSON = "application/json";

    private final Web web;
    private final URI api;
    private final PortalArticles articles;
    private final TakenArticles taken;
    private final ArticleOutput output;
    private final Duration interval;
    private final boolean follow;
    private final ObjectMapper mapper = new ObjectMapper();
    private final LongAdder published = new LongAdder();
    private volatile boolean failed;
    private volatile SourceHealth health;

    /**
     * @param wiki address of the wiki, such as {@code https://en.wikipedia.org/}
     * @param interval between two looks at the days that grow
     * @param follow whether to go on when today is reached
     */
    public CurrentEvents(
            Web web, URI wiki, Duration interval, boolean follow, TakenArticles taken, ArticleOutput output) {
        this.web = web;
        this.api = wiki.resolve("/w/api.php");
        this.articles = new PortalArticles(wiki.resolve("/wiki/").toString());
        this.taken = taken;
        this.output = output;
        this.interval = interval;
        this.follow = follow;
        this.health = new SourceHealth(PortalArticles.OUTLET, wiki.toString(), null, null, null, 0, 0, null);
    }

    /** Appoints the first request; {@link Web#run} does the rest. */
    public void begin(LocalDate from) {
        request(from, web.now(), 1);
    }

    /** How many articles were published. */
    public long published() {
        return published.sum();
    }

    /** Whether it gave up before the end. */
    public boolean failed() {
        return failed;
    }

    /** How the wiki is as a source. */
    public SourceHealth health() {
        return health;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(web.now(), ZoneOffset.UTC);
    }

    private void request(LocalDate from, Instant due, int attempt) {
        List<LocalDate> days = from.datesUntil(today().plusDays(1)).limit(DAYS).toList();
        if (days.isEmpty()) {
            finish();
            return;
        }
        String titles = days.stream().map(PortalArticles::title).collect(Collectors.joining("|"));
        URI url =
                URI.create(api + "?action=query&format=json&formatversion=2&prop=revisions&rvprop=content&rvslots=main"
                        + "&maxlag=5&titles=" + URLEncoder.encode(titles, StandardCharsets.UTF_8));
        web.get(Get.ofApi(url, JSON), due, reply -> answered(days, reply, attempt));
    }

    private void answered(List<LocalDate> days, Reply reply, int attempt) {
        LocalDate next = days.get(0);
        try {
            PortalAnswer answer = PortalAnswer.read(mapper, reply);
            for (LocalDate day : days) {
                String page = answer.pages().get(PortalArticles.title(day));
                if (page == null && !answer.complete()) {
                    break; // an answer has its limits: the rest is asked for anew
                }
                if (page != null) {
                    publish(articles.of(day, page, web.now()));
                }
                next = day.plusDays(1);
            }
            if (next.equals(days.get(0))) {
                throw new IOException("the page of " + next + " is not in the answer");
            }
            LOG.info("{} to {}: {} articles so far", days.get(0), next.minusDays(1), published.sum());
        } catch (IOException | RuntimeException e) {
            retry(next, reply, attempt, e);
            return;
        }
        health = new SourceHealth(
                health.name(),
                health.url(),
                web.now(),
                health.lastError(),
                health.lastErrorAt(),
                0,
                published.sum(),
                null);
        request(next, web.now(), 1);
    }

    private void publish(List<Article> all) {
        List<Article> fresh = new ArrayList<>(all);
        fresh.removeIf(taken::contains);
        if (!fresh.isEmpty()) {
            output.publish(fresh);
            taken.add(fresh, today());
            published.add(fresh.size());
        }
    }

    private void retry(LocalDate from, Reply reply, int attempt, Exception why) {
        Instant at = web.now().plus(RETRY.multipliedBy(1L << Math.min(attempt - 1, 6)));
        Instant asked = reply.retryAt();
        Instant due = asked != null && asked.isAfter(at) ? asked : at;
        health = new SourceHealth(
                health.name(),
                health.url(),
                health.lastSuccess(),
                why.getMessage(),
                web.now(),
                attempt,
                published.sum(),
                due);
        if (attempt >= TRIES && !follow) {
            failed = true;
            LOG.error("{}: given up at {} after {} tries: {}", api, from, attempt, why.getMessage());
            return;
        }
        LOG.warn("{}: {}; again at {}", api, why.getMessage(), due);
        request(from, due, attempt + 1);
    }

    private void finish() {
        if (follow) {
            request(today().minusDays(GROWING - 1), web.now().plus(interval), 1);
        }
    }
}
