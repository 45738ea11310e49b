package io.entente.serve;

import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.clock.Lateness;
import io.entente.ops.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Meters of what flows through the topics while this process watches. */
final class Flow {
    private static final Duration[] LATENCIES = {
        Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofMillis(2500), Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30),
        Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(6)
    };

    private final MeterRegistry registry;
    private final Clock clock;
    private final Lateness lateness;
    private final Counter late;
    private final DistributionSummary statements;
    private final Counter unresolved;
    /** In seconds as a floating number: a timer counts nanoseconds in a long, which a replay of old news overflows. */
    private final DistributionSummary fromPublication;

    Flow(MeterRegistry registry, Lateness lateness, Clock clock) {
        this.registry = registry;
        this.lateness = lateness;
        for (Reason reason : Reason.values()) {
            deadLetters(reason.name());
        }
        this.late = Counter.builder("entente.late.articles")
                .description("Articles that came later than the grace allows.")
                .register(registry);
        this.clock = clock;
        this.statements = DistributionSummary.builder("entente.statements.per.article")
                .description("Statements coded in an article.")
                .serviceLevelObjectives(0.5, 1.5, 2.5, 5.5, 10.5, 20.5)
                .register(registry);
        this.unresolved = Counter.builder("entente.unresolved.actors")
                .description("Capitalised names that act in an article and that no dictionary knows.")
                .register(registry);
        this.fromPublication = DistributionSummary.builder("entente.latency.publication")
                .description("From an event's first article's publication to its arrival here.")
                .baseUnit("seconds")
                .serviceLevelObjectives(Arrays.stream(LATENCIES)
                        .mapToDouble(each -> each.toMillis() / 1e3)
                        .toArray())
                .register(registry);
    }

    void article(EnrichedArticle article, Instant arrivedAt) {
        statements.record(article.getStatements().size());
        if (lateness.of(article).isPresent()) {
            late.increment();
        }
        unresolved.increment(article.getUnresolved().size());
        Counter.builder("entente.articles.coded")
                .description("Articles coded, by language.")
                .tag("language", article.getLanguage().equals("en") ? "en" : "other")
                .register(registry)
                .increment();
        appended("articles.enriched", arrivedAt);
    }

    void event(Event event, Instant arrivedAt) {
        fromPublication.record(since(event.getPublishedAt()).toMillis() / 1e3);
        appended("events", arrivedAt);
    }

    void alert(Instant arrivedAt) {
        appended("alerts", arrivedAt);
    }

    void deadLetter(String reason) {
        deadLetters(reason).increment();
    }

    private Counter deadLetters(String reason) {
        return Counter.builder("entente.dead.letters")
                .description("Records that could not be used, by reason.")
                .tag("reason", reason)
                .register(registry);
    }

    private void appended(String topic, Instant arrivedAt) {
        Timer.builder("entente.latency.append")
                .description("From a record's append to its topic to its arrival here.")
                .tag("topic", topic)
                .serviceLevelObjectives(LATENCIES)
                .register(registry)
                .record(since(arrivedAt));
    }

    private Duration since(Instant time) {
        Duration passed = Duration.between(time, clock.instant());
        return passed.isNegative() ? Duration.ZERO : passed;
    }
}
