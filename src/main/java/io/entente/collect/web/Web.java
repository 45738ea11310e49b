package io.entente.collect.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what it is asked for when it is due: several hosts at once, each host one request at a time with a pause in between, what robots.txt forbids not
 * at all. A redirect is a request of its own to its own host. Safe for several threads.
 */
public final class Web implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Web.class);

    private final Fetcher fetcher;
    private final Robots robots;
    private final WebLimits limits;
    private final WebTime time;
    private final Agenda agenda = new Agenda();
    private final ExecutorService workers;
    private int busy;
    private boolean stopped;

    /**
     * @param userAgent how it introduces itself
     * @param robot the name that robots.txt knows it by, in lower case
     */
    public Web(AddressGuard guard, WebLimits limits, String userAgent, String robot, WebTime time) {
        this.fetcher = new Fetcher(guard, limits, userAgent);
        this.robots = new Robots(fetcher, robot);
        this.limits = limits;
        this.time = time;
        this.workers = Executors.newFixedThreadPool(limits.workers(), task -> {
            Thread thread = new Thread(task, "collect");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The time by which requests are due. */
    public Instant now() {
        return time.now();
    }

    /**
     * Fetches {@code get} when it is due, or later.
     *
     * @param then takes what comes of it, on another thread; not called after {@link #stop}
     */
    public void get(Get get, Instant due, Consumer<Reply> then) {
        get(new Errand(get, 0, true, then), due);
    }

    /** A request with its redirects so far. */
    private record Errand(Get get, int hops, boolean forGood, Consumer<Reply> then) {
        boolean moved() {
            return hops > 0 && forGood;
        }
    }

    private void get(Errand errand, Instant due) {
        String host = Optional.ofNullable(errand.get().url().getHost()).orElse("");
        synchronized (agenda) {
            agenda.add(host.toLowerCase(Locale.ROOT), due, () -> perform(errand));
            agenda.notifyAll();
        }
    }

    private void perform(Errand errand) {
        Reply reply;
        try {
            reply = reply(errand);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            LOG.warn("{}: {}", errand.get().url(), e.toString());
            reply = Reply.failed(errand.get().url(), e.toString());
        }
        if (reply != null) {
            errand.then().accept(reply);
        }
    }

    /** What came of it; null if it goes on elsewhere. */
    private @Nullable Reply reply(Errand errand) throws InterruptedException {
        URI url = errand.get().url();
        if (!Redirects.isWeb(url)) {
            return Reply.failed(url, "it is not an address of the web: http://… or https://…, without a user name");
        }
        String objection = errand.get().api() ? null : robots.objection(url, now());
        if (objection != null) {
            return Reply.failed(url, objection);
        }
        Fetcher.Answer answer = fetcher.get(errand.get());
        if (Redirects.is(answer.status())) {
            return redirected(errand, answer);
        }
        Instant retryAt = RetryAfter.parse(answer.headers().get("retry-after"), now());
        if (retryAt != null && (answer.status() == 429 || answer.status() == 503)) {
            synchronized (agenda) {
                agenda.hold(url.getHost().toLowerCase(Locale.ROOT), retryAt);
            }
        }
        return new Reply(
                url, errand.moved(), answer.status(), answer.headers(), answer.body(), retryAt, answer.failure());
    }

    private @Nullable Reply redirected(Errand errand, Fetcher.Answer answer) {
        URI url = errand.get().url();
        URI target = Redirects.target(url, answer.headers().get("location"));
        if (target == null) {
            return Reply.failed(
                    url, "it redirects to '" + answer.headers().get("location") + "', which is not fetched");
        }
        if (errand.hops() >= limits.redirects()) {
            return Reply.failed(url, "more than " + limits.redirects() + " redirects");
        }
        boolean forGood = errand.forGood() && Redirects.forGood(answer.status());
        get(new Errand(errand.get().at(target), errand.hops() + 1, forGood, errand.then()), now());
        return null;
    }

    /** Works until nothing is left to fetch, or until {@link #stop}; then waits for the requests under way. */
    public void run() throws InterruptedException {
        synchronized (agenda) {
            while (!stopped && (busy > 0 || !agenda.isEmpty())) {
                Optional<Agenda.Turn> turn = busy < limits.workers() ? agenda.take(time.now()) : Optional.empty();
                if (turn.isPresent()) {
                    busy++;
                    workers.execute(() -> work(turn.get()));
                } else {
                    time.await(agenda, busy < limits.workers() ? agenda.next() : Instant.MAX, busy > 0);
                }
            }
            while (busy > 0) {
                agenda.wait();
            }
        }
    }

    private void work(Agenda.Turn turn) {
        try {
            turn.work().run();
        } catch (RuntimeException e) {
            LOG.error("an error of Entente itself, in what came from {}", turn.host(), e);
        } finally {
            synchronized (agenda) {
                busy--;
                agenda.done(turn.host(), time.now().plus(pause(turn.host())));
                agenda.notifyAll();
            }
        }
    }

    private Duration pause(String host) {
        Duration asked = robots.delay(host);
        return asked.compareTo(limits.gap()) > 0 ? asked : limits.gap();
    }

    /** Lets {@link #run} end; what is not due yet is dropped. */
    public void stop() {
        synchronized (agenda) {
            stopped = true;
            agenda.notifyAll();
        }
    }

    @Override
    public void close() {
        stop();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(limits.time().toSeconds(), TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        fetcher.close();
    }
}
