package io.entente.topology;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That ALERT reads a partition of {@code events} anew. Compaction has taken the ticks out of its past.
 *
 * @param until where the partition ended when reading began
 * @param feedStart event time of the feed's first article, as the newest tick has it; null if there is none
 */
public record Rebuild(long until, @Nullable Instant feedStart) {}
