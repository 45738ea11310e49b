package io.entente.collect.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What is to be fetched when: of each host one thing at a time, and after it a pause; of what is due, what has been due for the longest. So a host that
 * is slow, or has much to fetch, keeps no other waiting. Not safe for several threads.
 */
final class Agenda {
    private final Map<String, Host> hosts = new HashMap<>();
    private long arrivals;

    /** A request in its host's queue. */
    record Turn(String host, Instant due, long arrival, Runnable work) {}

    private static final class Host {
        private final PriorityQueue<Turn> turns =
                new PriorityQueue<>(Comparator.comparing(Turn::due).thenComparing(Turn::arrival));
        private Instant free = Instant.MIN;
        private boolean busy;

        /** When its next turn can be taken; {@link Instant#MAX} if that is open. */
        Instant next() {
            Turn first = turns.peek();
            if (busy || first == null) {
                return Instant.MAX;
            }
            return first.due().isAfter(free) ? first.due() : free;
        }
    }

    void add(String host, Instant due, Runnable work) {
        hosts.computeIfAbsent(host, name -> new Host()).turns.add(new Turn(host, due, arrivals++, work));
    }

    /** The turn that comes now, if one does; its host is busy until {@link #done}. */
    Optional<Turn> take(Instant now) {
        Optional<Host> first = hosts.values().stream()
                .filter(host -> !host.next().isAfter(now))
                .min(Comparator.comparing(Host::next)
                        .thenComparing(host -> host.turns.element().arrival()));
        first.ifPresent(host -> host.busy = true);
        return first.map(host -> host.turns.remove());
    }

    /** Ends a turn of {@code host}, which is left alone until {@code free}. */
    void done(String host, Instant free) {
        Host known = hosts.get(host);
        if (known != null) {
            known.busy = false;
            hold(host, free);
            if (known.turns.isEmpty() && known.free.isBefore(free.plusSeconds(1))) {
                prune(free);
            }
        }
    }

    /** Leaves {@code host} alone until {@code free}, or longer. */
    void hold(String host, Instant free) {
        Host known = hosts.computeIfAbsent(host, name -> new Host());
        known.free = free.isAfter(known.free) ? free : known.free;
    }

    /** Forgets hosts that have nothing to do and may be asked. */
    private void prune(Instant now) {
        hosts.values().removeIf(host -> !host.busy && host.turns.isEmpty() && host.free.isBefore(now));
    }

    /** When the next turn comes; {@link Instant#MAX} while that is open. */
    Instant next() {
        return hosts.values().stream()
                .map(Host::next)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    /** Whether nothing waits. */
    boolean isEmpty() {
        return hosts.values().stream().allMatch(host -> host.turns.isEmpty());
    }
}
