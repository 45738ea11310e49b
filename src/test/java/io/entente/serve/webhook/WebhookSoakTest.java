package io.entente.serve.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.Severity;
import io.entente.serve.Sample;
import io.entente.serve.webhook.Outbox.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An hour in simulated time: alerts open, rise and end on two partitions while their target is away half of the time, fails on a tenth of the rest, and is told by an
 * instance that is replaced every five minutes by one that knows the topic and the committed places alone.
 */
class WebhookSoakTest {
    private static final Instant START = Sample.NOON;
    private static final int HOUR = 3600;

    private record Entry(LogPosition position, Alert alert, Instant written) {}

    private final List<Entry> log = new ArrayList<>();
    private final Map<Integer, SettledOffsets> committed = new HashMap<>();
    private final List<String> news = new ArrayList<>();
    private final List<String> received = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333})
    void everyMessageArrivesOnceAndInOrderOverRestarts(long seed) {
        Random random = new Random(seed);
        Publisher publisher = new Publisher(random);
        committed.put(0, SettledOffsets.of(0, List.of()));
        committed.put(1, SettledOffsets.of(0, List.of()));
        Instance instance = new Instance();
        int failures = 0;
        int restarts = 0;
        boolean away = false;
        for (int second = 0; second < HOUR || instance.outbox.size() > 0; second++) {
            Instant now = START.plusSeconds(second);
            if (second < HOUR) {
                publisher.publish(now);
            }
            if (second % 20 == 0) {
                away = second < HOUR && random.nextBoolean();
            }
            if (second % 300 == 299) {
                instance = new Instance();
                restarts++;
            }
            instance.read();
            Optional<Pending> next = instance.outbox.next(now);
            for (; next.isPresent(); next = instance.outbox.next(now)) {
                if (away || random.nextInt(10) == 0) {
                    failures++;
                    instance.outbox.failed(next.get(), Optional.empty(), now);
                } else {
                    received.add(WebhookBody.id(next.get().alert()));
                    instance.outbox.taken(next.get());
                }
                instance.commit();
            }
            instance.commit();
            assertThat(second).as("seconds until all is told").isLessThan(2 * HOUR);
        }
        assertThat(received).doesNotHaveDuplicates();
        assertThat(byAlert(received)).isEqualTo(byAlert(news));
        assertThat(received.size()).isGreaterThan(500);
        assertThat(failures).isGreaterThan(100);
        System.out.printf(
                "soak %d: %d records, %d messages, each received once and in its alert's order; %d failed attempts, %d restarts%n",
                seed, log.size(), received.size(), failures, restarts);
    }

    private static Map<String, List<String>> byAlert(List<String> keys) {
        return keys.stream().collect(Collectors.groupingBy(key -> key.substring(0, key.indexOf('-'))));
    }

    /** What a running Entente keeps in memory. */
    private final class Instance {
        private final Outbox outbox = new Outbox(
                OutboxTest.target(Shape.SLACK),
                new Outbox.Silence(alert -> false, alert -> false),
                new Outbox.Limits(Duration.ofDays(2), Patience.USUAL));
        private final Map<Integer, SettledOffsets> before = Map.copyOf(committed);
        private final Map<Integer, Long> next = new HashMap<>(Map.of(0, 0L, 1, 0L));
        private int at;

        void read() {
            for (; at < log.size(); at++) {
                Entry entry = log.get(at);
                int partition = entry.position.partition();
                long offset = entry.position.offset();
                String key = entry.alert.getId();
                if (before.get(partition).includes(offset)) {
                    outbox.learn(entry.position, key, entry.alert, entry.written);
                } else {
                    outbox.add(entry.position, key, entry.alert, entry.written);
                }
                next.put(partition, offset + 1);
            }
        }

        /** As the broker keeps it: a number and a text. */
        void commit() {
            next.forEach((partition, read) -> {
                SettledOffsets settled = SettledOffsets.of(read, outbox.waiting(partition));
                committed.put(partition, SettledOffsets.parse(settled.next(), settled.metadata()));
            });
        }
    }

    /** Alerts with a life each; most records change numbers only, which is not news. */
    private final class Publisher {
        private final Random random;
        private final Map<String, Severity> open = new LinkedHashMap<>();
        private final Map<Integer, Long> ends = new HashMap<>(Map.of(0, 0L, 1, 0L));
        private int born;

        Publisher(Random random) {
            this.random = random;
        }

        void publish(Instant now) {
            for (int records = random.nextInt(3); records > 0; records--) {
                if (open.size() < 5 || random.nextInt(10) == 0) {
                    String id = "a" + born++;
                    open.put(id, Severity.INFO);
                    write(id, Severity.INFO, AlertState.OPEN, now, true);
                    continue;
                }
                String id = List.copyOf(open.keySet()).get(random.nextInt(open.size()));
                Severity severity = open.get(id);
                int dice = random.nextInt(10);
                if (dice < 2) {
                    open.remove(id);
                    write(id, severity, AlertState.RESOLVED, now, true);
                } else if (dice < 5 && severity != Severity.CRITICAL) {
                    Severity more = severity == Severity.INFO ? Severity.WARNING : Severity.CRITICAL;
                    open.put(id, more);
                    write(id, more, AlertState.OPEN, now, true);
                } else {
                    write(id, severity, AlertState.OPEN, now, false);
                }
            }
        }

        private void write(String id, Severity severity, AlertState state, Instant now, boolean isNews) {
            Alert alert = Alert.newBuilder(Sample.alert(id, "CHN-RUS", state, now))
                    .setSeverity(severity)
                    .setObserved((double) log.size())
                    .build();
            int partition = Math.floorMod(id.hashCode(), 2);
            log.add(new Entry(new LogPosition(partition, ends.merge(partition, 1L, Long::sum) - 1), alert, now));
            if (isNews) {
                news.add(WebhookBody.id(alert));
            }
        }
    }
}
