package io.entente.cli.feed;

import io.entente.collect.CollectState;
import io.entente.collect.TakenArticles;
import io.entente.collect.portal.CurrentEvents;
import io.entente.collect.web.Web;
import io.entente.config.Settings;
import io.entente.topology.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Wikipedia's current events on their way into the topic {@code articles}. */
public final class LiveEvents implements AutoCloseable {
    private final CollectState state;
    private final Web web;
    private final Publisher publisher;
    private final CurrentEvents events;
    private final CollectorReporter reporter;

    /**
     * @param follow whether to go on when today is reached
     * @param folder of the collector's state
     */
    public LiveEvents(URI wiki, boolean follow, Path folder, Settings settings, Topics topics) {
        state = LiveFeeds.open(folder);
        web = LiveFeeds.web(settings);
        publisher = new Publisher(settings, topics, false);
        events = new CurrentEvents(
                web, wiki, settings.collect().interval(), follow, new TakenArticles(state), publisher::publish);
        reporter = new CollectorReporter(state.id(), settings, topics, () -> List.of(events.health()));
    }

    /** Collects from {@code begin} on: up to today, or until {@link #stop}. */
    public void run(LocalDate begin) throws InterruptedException {
        events.begin(begin);
        reporter.start();
        web.run();
    }

    /** Lets {@link #run} end. */
    public void stop() {
        web.stop();
    }

    /** How many articles were published. */
    public long published() {
        return events.published();
    }

    /** Whether it gave up before the end. */
    public boolean failed() {
        return events.failed();
    }

    @Override
    public void close() {
        web.close();
        reporter.close();
        publisher.close();
        state.close();
    }
}
