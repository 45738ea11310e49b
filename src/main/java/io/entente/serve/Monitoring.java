package io.entente.serve;

import io.entente.config.Settings;
import io.entente.config.SettingsException;
import io.entente.ops.Metrics;
import io.entente.serve.http.Access;
import io.entente.serve.http.WebServer;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /metrics} and {@code /health} of a process without SERVE. */
public final class Monitoring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Monitoring.class);

    private final WebServer web;

    private Monitoring(WebServer web) {
        this.web = web;
    }

    /**
     * Starts answering at {@code entente.http.host} and {@code entente.http.port}, under the same rules of access as SERVE. A port that is taken, by another process on this
     * machine, say, keeps no stage from its work: the log says so.
     *
     * @param alive for {@code /health/live}: whether a restart would not help
     * @param ready for {@code /health/ready}: whether the stages work
     * @return empty where the port is taken
     * @throws SettingsException if address and token cannot be used
     */
    public static Optional<Monitoring> start(
            Settings settings, Metrics metrics, BooleanSupplier alive, BooleanSupplier ready) {
        Access access = Access.of(settings.httpHost(), settings.httpToken());
        try {
            return Optional.of(
                    new Monitoring(
                            WebServer.start(
                                    settings.httpHost(),
                                    settings.httpPort(),
                                    access,
                                    router -> router.metrics(metrics)
                                            .health(
                                                    Health.of(alive, "a stage has failed: see the log"),
                                                    Health.of(
                                                            ready,
                                                            "the stages are starting, restoring their state, or make no progress: see the log")))));
        } catch (SettingsException e) {
            LOG.warn("no /metrics and no /health of this process: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Where it listens. */
    public String url() {
        return web.url();
    }

    @Override
    public void close() {
        web.close();
    }
}
