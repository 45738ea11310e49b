package io.entente.serve.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How one target is doing, as meters and for the status page. Safe for use by several threads. */
final class TargetReport {
    /** What can become of a message. */
    enum Outcome {
        /** The target has it. */
        SENT,
        /** An attempt failed and is repeated. */
        RETRIED,
        /** The target will never take it. */
        REFUSED,
        /** It was tried for too long. */
        DROPPED,
        /** What it is about had happened too long ago. */
        TOO_OLD
    }

    private record Trouble(String problem, Instant at) {}

    private final WebhookTarget target;
    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
    private volatile int waiting;
    private volatile @Nullable Trouble trouble;

    TargetReport(WebhookTarget target, MeterRegistry registry) {
        this.target = target;
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("entente.webhooks")
                            .description("Messages to webhooks, by target and outcome.")
                            .tag("target", target.name())
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        Gauge.builder("entente.webhooks.waiting", this, report -> report.waiting)
                .description("Messages that a webhook's target has not taken yet, those muted included.")
                .tag("target", target.name())
                .register(registry);
    }

    void count(Outcome outcome) {
        Objects.requireNonNull(counters.get(outcome)).increment();
    }

    /** What went wrong last. */
    void trouble(String problem, Instant at) {
        trouble = new Trouble(problem, at);
    }

    void waiting(int messages) {
        waiting = messages;
    }

    void describe(ObjectNode status) {
        status.put("target", target.name());
        status.put("shape", target.shape().name().toLowerCase(Locale.ROOT));
        status.put("waiting", waiting);
        counters.forEach((outcome, counter) -> status.put(
                outcome == Outcome.TOO_OLD ? "tooOld" : outcome.name().toLowerCase(Locale.ROOT),
                Math.round(counter.count())));
        Trouble last = trouble;
        if (last != null) {
            status.put("lastProblem", last.problem).put("lastProblemAt", last.at.toString());
        }
    }
}
