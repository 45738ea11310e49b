package io.entente.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log how far a stage has read its state back from Kafka, where that takes long. */
final class RestoreProgress implements StateRestoreListener {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreProgress.class);
    private static final long REMINDER = Duration.ofSeconds(10).toNanos();

    private final Stage stage;
    private final LongSupplier nanos;
    private final Map<TopicPartition, Restore> restores = new ConcurrentHashMap<>();

    /** One partition's: of records to read, those read, and when that was last logged. */
    private record Restore(long toRead, long read, long logged) {}

    /** @param nanos a clock such as {@link System#nanoTime} */
    RestoreProgress(Stage stage, LongSupplier nanos) {
        this.stage = stage;
        this.nanos = nanos;
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long begin, long end) {
        restores.put(partition, new Restore(end - begin, 0, nanos.getAsLong()));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long end, long batch) {
        restores.computeIfPresent(partition, (key, restore) -> {
            long read = restore.read + batch;
            long now = nanos.getAsLong();
            boolean due = now - restore.logged >= REMINDER;
            if (due) {
                LOG.info("{}: {} of about {} records of {} read back", stage, read, restore.toRead, partition);
            }
            return new Restore(restore.toRead, read, due ? now : restore.logged);
        });
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {
        forget(partition, total);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long total) {
        forget(partition, total);
    }

    private void forget(TopicPartition partition, long total) {
        if (restores.remove(partition) != null && total > 0) {
            LOG.info("{}: state of {} is back, {} records", stage, partition, total);
        }
    }
}
