package io.entente.collect;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Meters of a collector and of each of its sources. */
public final class CollectMeters {
    private CollectMeters() {}

    /** Registers them. */
    public static void register(MeterRegistry registry, FeedCollector collector) {
        Gauge.builder("entente.collect.sources", collector, each -> each.health()
                        .size())
                .description("Sources that are polled.")
                .register(registry);
        Gauge.builder("entente.collect.failing", collector, each -> each.health().stream()
                        .filter(SourceHealth::failing)
                        .count())
                .description("Sources whose last poll failed.")
                .register(registry);
        for (SourceHealth source : collector.health()) {
            FunctionCounter.builder(
                            "entente.collect.articles",
                            collector,
                            each -> of(each, source.url(), SourceHealth::articles))
                    .description("Articles taken from a source, over restarts.")
                    .tag("source", source.url())
                    .register(registry);
            gauge(registry, collector, source.url(), "failures", "Polls in a row that failed.", SourceHealth::failures);
            gauge(
                    registry,
                    collector,
                    source.url(),
                    "last.success.seconds",
                    "When a source could last be read, in seconds since 1970; NaN if never.",
                    health -> seconds(health.lastSuccess()));
        }
    }

    private static void gauge(
            MeterRegistry registry,
            FeedCollector collector,
            String url,
            String name,
            String description,
            ToDoubleFunction<SourceHealth> value) {
        Gauge.builder("entente.collect." + name, collector, each -> of(each, url, value))
                .description(description)
                .tag("source", url)
                .register(registry);
    }

    private static double of(FeedCollector collector, String url, ToDoubleFunction<SourceHealth> value) {
        return collector.health(url).map(health -> value.applyAsDouble(health)).orElse(Double.NaN);
    }

    private static double seconds(@Nullable Instant time) {
        return time == null ? Double.NaN : time.getEpochSecond();
    }
}
