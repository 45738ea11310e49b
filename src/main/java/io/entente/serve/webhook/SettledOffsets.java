package io.entente.serve.webhook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a partition has been settled, in a form that a group can commit: everything before {@code next} but the offsets that wait, which travel in the
 * commit's metadata.
 */
record SettledOffsets(long next, Set<Long> waiting) {
    /** What a broker accepts as metadata by default, less some. */
    private static final int LONGEST = 4_000;

    private static final int RADIX = 36;
    private static final String MARK = "waiting ";

    SettledOffsets {
        waiting = Set.copyOf(waiting);
    }

    /**
     * @param read everything before it has been read
     * @param waiting offsets before {@code read}; what does not fit will be read again
     */
    static SettledOffsets of(long read, Collection<Long> waiting) {
        List<Long> fitting = new ArrayList<>();
        int length = 0;
        long before = 0;
        for (long offset : new TreeSet<>(waiting)) {
            length += Long.toString(offset - before, RADIX).length() + 1;
            if (length > LONGEST) {
                return new SettledOffsets(offset, Set.copyOf(fitting));
            }
            fitting.add(offset);
            before = offset;
        }
        return new SettledOffsets(read, Set.copyOf(fitting));
    }

    /** As committed; nothing waits where another program has set the place. */
    static SettledOffsets parse(long next, String metadata) {
        Set<Long> waiting = new TreeSet<>();
        if (metadata.startsWith(MARK)) {
            long offset = 0;
            for (String step : metadata.substring(MARK.length()).split(" ", -1)) {
                offset += Long.parseLong(step, RADIX);
                waiting.add(offset);
            }
        }
        return new SettledOffsets(next, waiting);
    }

    String metadata() {
        List<String> steps = new ArrayList<>();
        long before = 0;
        for (long offset : new TreeSet<>(waiting)) {
            steps.add(Long.toString(offset - before, RADIX));
            before = offset;
        }
        return steps.isEmpty() ? "" : MARK + String.join(" ", steps);
    }

    boolean includes(long offset) {
        return offset < next && !waiting.contains(offset);
    }
}
