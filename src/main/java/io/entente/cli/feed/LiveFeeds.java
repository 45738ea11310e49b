package io.entente.cli.feed;

import io.entente.cli.input.UserError;
import io.entente.cli.output.Version;
import io.entente.collect.CollectMeters;
import io.entente.collect.CollectState;
import io.entente.collect.FeedCollector;
import io.entente.collect.Source;
import io.entente.collect.web.AddressGuard;
import io.entente.collect.web.Web;
import io.entente.collect.web.WebLimits;
import io.entente.collect.web.WebTime;
import io.entente.config.Settings;
import io.entente.topology.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Feeds on their way into the topic {@code articles}, for as long as it runs. */
public final class LiveFeeds implements AutoCloseable {
    private final CollectState state;
    private final Web web;
    private final Publisher publisher;
    private final FeedCollector collector;
    private final CollectorReporter reporter;

    /**
     * @param folder of the collector's state
     * @param fullText whether the page of an entry is read that has only a teaser
     */
    public LiveFeeds(List<Source> sources, Path folder, boolean fullText, Settings settings, Topics topics) {
        state = open(folder);
        web = web(settings);
        publisher = new Publisher(settings, topics, false);
        collector =
                new FeedCollector(sources, settings.collect(), fullText, web, state, new Random(), publisher::publish);
        reporter = new CollectorReporter(state.id(), settings, topics, collector::health);
    }

    /**
     * The web as the settings allow it to be used.
     *
     * @throws UserError if they name something that is not a network
     */
    static Web web(Settings settings) {
        try {
            AddressGuard guard = new AddressGuard(settings.collect().networks());
            String contact = settings.collect().contact();
            String agent = "Entente/" + Version.current() + " (news collector"
                    + (contact.isEmpty() ? "" : "; " + contact) + ")";
            return new Web(guard, WebLimits.DEFAULT, agent, "entente", WebTime.SYSTEM);
        } catch (IllegalArgumentException e) {
            throw UserError.ofUsage("entente.collect.networks: " + e.getMessage());
        }
    }

    static CollectState open(Path folder) {
        try {
            return new CollectState(folder);
        } catch (CollectState.Unusable e) {
            throw UserError.ofUsage(String.valueOf(e.getMessage()));
        }
    }

    /** Measures what it does from now on. */
    public void bindTo(MeterRegistry registry) {
        CollectMeters.register(registry, collector);
    }

    /** Collects until {@link #stop}. */
    public void run() throws InterruptedException {
        collector.begin();
        reporter.start();
        web.run();
    }

    /** Collects on a thread of its own, until it is closed. */
    public void start() {
        Thread thread = new Thread(
                () -> {
                    try {
                        run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "collect-main");
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets {@link #run} end. */
    public void stop() {
        web.stop();
    }

    /** How many articles were published. */
    public long published() {
        return publisher.acknowledged();
    }

    @Override
    public void close() {
        web.close();
        reporter.close();
        publisher.close();
        state.close();
    }
}
