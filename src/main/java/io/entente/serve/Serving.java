package io.entente.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.actor.Gazetteer;
import io.entente.alert.policy.AlertPolicies;
import io.entente.alert.policy.AlertPolicy;
import io.entente.clock.Lateness;
import io.entente.config.Settings;
import io.entente.config.SettingsException;
import io.entente.ops.Metrics;
import io.entente.serve.http.Access;
import io.entente.serve.http.WebServer;
import io.entente.serve.model.ReadModel;
import io.entente.serve.model.ReadModelStatus;
import io.entente.serve.webhook.Webhooks;
import io.entente.topology.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SERVE at work: the topics followed into a read model, and answers over HTTP. */
public final class Serving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    private static final Duration FLUSH = Duration.ofMillis(500);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Follower follower;
    private final WebServer web;

    private Serving(
            Settings settings, Topics topics, Coders coders, Gazetteer gazetteer, Metrics metrics, Stages stages) {
        Access access = Access.of(settings.httpHost(), settings.httpToken());
        Clock clock = Clock.systemUTC();
        ReadModel.Limits limits =
                new ReadModel.Limits(settings.serveHistory(), settings.serveStatements(), settings.serveArticles());
        try {
            ReadModel model = part(new ReadModel(settings.stateDir().resolve("serve"), limits));
            Live live = new Live();
            ActorLabels names = ActorLabels.of(gazetteer);
            Views views = new Views(names);
            CollectorStatus collectors = new CollectorStatus(clock);
            Lateness lateness = new Lateness(settings.grace());
            ChangeFeed news = new ChangeFeed(live, views, model, new Flow(metrics.registry(), lateness, clock), clock);
            StageMonitor monitor = part(new StageMonitor(settings, topics, news::worked));
            TopicAttention attention = part(new TopicAttention(settings, topics.attention()));
            follower = part(new Follower(
                    settings,
                    topics,
                    model,
                    limits,
                    news,
                    new LateEvents(policy(settings).closing()),
                    collectors));
            Webhooks webhooks = part(
                    Webhooks.start(settings, topics, model.attention(), follower::caughtUp, metrics.registry(), clock));
            Gauges.register(metrics.registry(), model, follower, live, news, monitor, collectors);
            follower.bindTo(metrics.registry());
            ReadModelStatus source = source(follower, monitor, news, webhooks, collectors, stages);
            Api api = new Api(model, source, live, coders, names, attention, lateness, clock);
            web = part(WebServer.start(settings.httpHost(), settings.httpPort(), access, router -> {
                api.add(router);
                router.metrics(metrics);
            }));
            parts.push(live::close);
            part(beat(live, monitor, api.status(), Gauges.pairs(metrics.registry(), model, clock)));
            follower.start();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts serving the topics of {@code settings}; answers are complete when {@link #awaitReady} returns.
     *
     * @param coders for texts that users paste
     * @param gazetteer for names of actors
     * @param metrics shown at {@code /metrics}
     * @param stages those that run in this process
     * @throws SettingsException if address, port or token cannot be used
     */
    public static Serving start(
            Settings settings, Topics topics, Coders coders, Gazetteer gazetteer, Metrics metrics, Stages stages) {
        return new Serving(settings, topics, coders, gazetteer, metrics, stages);
    }

    private static AlertPolicy policy(Settings settings) {
        return settings.alerts().map(AlertPolicies::read).orElseGet(AlertPolicies::builtIn);
    }

    private <T extends AutoCloseable> T part(T part) {
        parts.push(part);
        return part;
    }

    private static ReadModelStatus source(
            Follower follower,
            StageMonitor monitor,
            ChangeFeed news,
            Webhooks webhooks,
            CollectorStatus collectors,
            Stages stages) {
        return new ReadModelStatus() {
            @Override
            public boolean ready() {
                return follower.caughtUp() && follower.alive() && stages.ready().getAsBoolean();
            }

            @Override
            public boolean alive() {
                return follower.alive() && stages.alive().getAsBoolean();
            }

            @Override
            public void describe(ObjectNode status) {
                status.putObject("reading")
                        .put("records", follower.records())
                        .put("remaining", follower.remaining() == Long.MAX_VALUE ? -1 : follower.remaining())
                        .put("unreadable", follower.unreadable());
                follower.time().describe(status);
                status.withObject("/eventTime")
                        .put("lateForAlerts", follower.lateEvents().count());
                monitor.describe(status);
                news.describe(status);
                webhooks.describe(status);
                collectors.describe(status);
            }
        };
    }

    private static AutoCloseable beat(Live live, StageMonitor monitor, StatusApi status, Runnable pairGauges) {
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, work -> {
            Thread thread = new Thread(work, "serve-beat");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(safely(live::flush), FLUSH.toMillis(), FLUSH.toMillis(), TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(
                safely(() -> {
                    monitor.refresh();
                    pairGauges.run();
                    live.send("status", status.describe());
                }),
                0,
                LOOK.toMillis(),
                TimeUnit.MILLISECONDS);
        return () -> {
            timer.shutdownNow();
            if (!timer.awaitTermination(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the beat did not stop");
            }
        };
    }

    /** A timer forgets a task that throws. */
    private static Runnable safely(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.warn("not this time: {}", e.getMessage(), e);
            }
        };
    }

    /**
     * The stages that run in this process beside it.
     *
     * @param alive whether none has failed
     * @param ready whether all make progress
     */
    public record Stages(BooleanSupplier alive, BooleanSupplier ready) {
        /** None. */
        public static final Stages NONE = new Stages(() -> true, () -> true);
    }

    /** Where people and programs find it. */
    public String url() {
        return web.url();
    }

    /**
     * Waits until the topics have been read.
     *
     * @param goOn asked now and then; waiting ends when it says no
     * @return false if that took longer than {@code limit}, has failed, or was ended
     */
    public boolean awaitReady(Duration limit, BooleanSupplier goOn) throws InterruptedException {
        return follower.awaitCaughtUp(limit, goOn);
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) { // of AutoCloseable
                LOG.warn("while stopping: {}", e.getMessage(), e);
            }
        }
    }
}
