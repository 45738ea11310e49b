package io.entente.alert;

import io.entente.alert.policy.AlertPolicies;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.Alert;
import io.entente.avro.AlertKind;
import io.entente.avro.Event;
import io.entente.store.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs ALERT on events and keeps what it publishes. */
final class Ledger implements Output {
    final MemoryTables tables = new MemoryTables();
    final List<Alert> all = new ArrayList<>();
    final Map<String, Alert> last = new TreeMap<>();
    final Map<String, Integer> articles = new TreeMap<>();
    private final AlertPolicy policy;
    private PairAlerts core;
    private Instant watermark;
    private final Instant feedStart;

    Ledger(AlertPolicy policy, Instant feedStart) {
        this.policy = policy;
        this.feedStart = feedStart;
        this.core = new PairAlerts(policy, tables);
    }

    Ledger(String feedStart) {
        this(AlertPolicies.builtIn(), Instant.parse(feedStart));
    }

    @Override
    public void alert(String key, Alert alert) {
        if (alert == null) {
            last.remove(key);
        } else {
            all.add(alert);
            last.put(key, alert);
        }
    }

    @Override
    public void article(String articleId, Instant publishedAt, boolean leads) {
        articles.merge(articleId, leads ? 1 : -1, Integer::sum);
    }

    /** Takes an event and a tick behind it; its time moves the watermark. */
    Ledger take(Event event) {
        if (watermark == null || event.getPublishedAt().isAfter(watermark)) {
            watermark = event.getPublishedAt();
        }
        put(event);
        return advance(watermark);
    }

    /** Takes an event under the watermark as it is. */
    void put(Event event) {
        core.event(event.getPair() + '|' + event.getId(), event, watermark, feedStart, this);
    }

    void remove(Event event) {
        core.event(event.getPair() + '|' + event.getId(), null, watermark, feedStart, this);
    }

    Ledger advance(Instant to) {
        watermark = to;
        core.advance(to, feedStart, this);
        return this;
    }

    Ledger advance(String to) {
        return advance(Instant.parse(to));
    }

    Ledger days(int days) {
        for (int day = 0; day < days; day++) {
            advance(watermark.plus(Duration.ofDays(1)));
        }
        return this;
    }

    /** As after a restart: the same state, a new core. */
    void restart() {
        core = new PairAlerts(policy, tables);
    }

    PairAlerts core() {
        return core;
    }

    Instant watermark() {
        return watermark;
    }

    List<Alert> of(AlertKind kind) {
        return all.stream().filter(alert -> alert.getKind() == kind).toList();
    }
}
