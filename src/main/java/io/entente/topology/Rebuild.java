package io.entente.topology;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * ALERT rereads a partition of {@code events}, from whose past compaction has removed the ticks.
 *
 * @param until where the partition ended when reading began
 * @param feedStart event time of the feed's first article, as the newest tick has it; null if there is none
 */
public record Rebuild(long until, @Nullable Instant feedStart) {}
