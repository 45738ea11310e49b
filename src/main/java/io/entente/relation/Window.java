package io.entente.relation;

import io.entente.avro.Granularity;
import io.entente.avro.RelationWindow;
import io.entente.avro.state.Contribution;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One pair's events in one hour or day, added and taken out one by one. */
final class Window {
    private static final int STRONGEST = 5;

    private final String pair;
    private final Granularity granularity;
    private final long start;
    private final String key;
    private final WindowTotals forward = new WindowTotals();
    private final WindowTotals backward = new WindowTotals();
    private final Map<String, Integer> outlets = new HashMap<>();
    private final Map<String, Held> events = new HashMap<>();
    private final TreeSet<Entry> byTime =
            new TreeSet<>(Comparator.comparingLong(Entry::time).thenComparing(Entry::id));
    private final TreeSet<Entry> byStrength =
            new TreeSet<>(Comparator.comparingLong(Entry::strength).reversed().thenComparing(Entry::id));

    private boolean written;
    private @Nullable RelationWindow last;

    /** An event, and what it contributes. */
    private record Held(long time, Contribution contribution) {}

    /** An event's place among the others. */
    private record Entry(long time, String id, long strength) {}

    Window(String pair, Granularity granularity, long start) {
        this.pair = pair;
        this.granularity = granularity;
        this.start = start;
        this.key = pair + "|" + Instant.ofEpochMilli(start);
    }

    static long length(Granularity granularity) {
        return granularity == Granularity.HOUR ? 3_600_000L : 86_400_000L;
    }

    /** Key in the topics of relations, e.g. {@code CHN-RUS|2024-03-17T00:00:00Z}. */
    String key() {
        return key;
    }

    Granularity granularity() {
        return granularity;
    }

    /**
     * Puts an event in, in place of what it contributed before.
     *
     * @param contribution null once the event is gone
     * @return whether the window may say something else now than when it was last written
     */
    boolean put(long time, String id, @Nullable Contribution contribution) {
        Held held = contribution == null ? null : new Held(time, contribution);
        Held before = held == null ? events.remove(id) : events.put(id, held);
        if (Objects.equals(before, held)) {
            return !written;
        }
        if (before != null) {
            add(before.time(), id, before.contribution(), -1);
        }
        if (held != null) {
            add(time, id, held.contribution(), 1);
        }
        return true;
    }

    private void add(long time, String id, Contribution contribution, int times) {
        if (contribution.getForward() || contribution.getMutual()) {
            forward.add(contribution, times);
        }
        if (!contribution.getForward() || contribution.getMutual()) {
            backward.add(contribution, times);
        }
        if (contribution.getQuad().isEmpty()) {
            return;
        }
        for (String outlet : contribution.getOutlets()) {
            outlets.merge(outlet, times, (a, b) -> a + b == 0 ? null : a + b);
        }
        Entry entry = new Entry(time, id, Math.abs(contribution.getIntensity()));
        if (times > 0) {
            byTime.add(entry);
            byStrength.add(entry);
        } else {
            byTime.remove(entry);
            byStrength.remove(entry);
        }
    }

    /** Rewrites the window and returns whether it differs from its last published version, or whether that is not known. */
    boolean rewrite() {
        RelationWindow now = write();
        boolean differs = !written || !Objects.equals(now, last);
        written = true;
        last = now;
        return differs;
    }

    /** The window as it was last written; null without any event. */
    @Nullable
    RelationWindow last() {
        return last;
    }

    private @Nullable RelationWindow write() {
        if (byTime.isEmpty() && forward.isEmpty() && backward.isEmpty()) {
            return null;
        }
        var totals = List.of(forward.write(), backward.write());
        return RelationWindow.newBuilder()
                .setPair(pair)
                .setGranularity(granularity)
                .setStart(Instant.ofEpochMilli(start))
                .setForward(totals.get(0))
                .setBackward(totals.get(1))
                .setOutlets(outlets.size())
                .setFirstEventAt(time(byTime.isEmpty() ? null : byTime.first()))
                .setLastEventAt(time(byTime.isEmpty() ? null : byTime.last()))
                .setStrongest(strongest())
                .setTension(Tension.of(totals))
                .build();
    }

    private List<String> strongest() {
        Stream<Entry> entries = byStrength.stream();
        return entries.limit(STRONGEST).map(Entry::id).toList();
    }

    private static @Nullable Instant time(@Nullable Entry entry) {
        return entry == null ? null : Instant.ofEpochMilli(entry.time());
    }
}
