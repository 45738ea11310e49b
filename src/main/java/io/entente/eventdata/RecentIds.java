package io.entente.eventdata;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/** Which statements there were, as long as they may come again: for a month of event time. */
final class RecentIds {
    private static final int DAYS = 31;
    private static final long DAY = 86_400;

    private final TreeMap<Long, Set<String>> byDay = new TreeMap<>();

    /** Whether {@code id} is new at {@code time}. */
    boolean add(String id, Instant time) {
        long day = Math.floorDiv(time.getEpochSecond(), DAY);
        if (byDay.values().stream().anyMatch(ids -> ids.contains(id))) {
            return false;
        }
        byDay.computeIfAbsent(day, at -> new HashSet<>()).add(id);
        byDay.headMap(byDay.lastKey() - DAYS).clear();
        return true;
    }
}
