package io.entente.collect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * What outlives a restart, in a folder: the state of each source, and which articles were taken. What a poll changes is written as a whole. Native memory
 * is bounded. Safe for several threads.
 */
public final class CollectState implements AutoCloseable {
    private static final long CACHE = 8L << 20;
    private static final long BUFFER = 2L << 20;
    /** An article that no feed has shown for so long is forgotten. */
    private static final int KEPT_DAYS = 90;
    /** After so many days the day on which an article was last seen is written again. */
    private static final int RENEWED_DAYS = 30;

    private static final byte[] ID = "id".getBytes(StandardCharsets.UTF_8);

    private final StateJson json = new StateJson();
    private final LRUCache cache;
    private final BloomFilter bloom;
    private final DBOptions options;
    private final ColumnFamilyOptions familyOptions;
    private final WriteOptions durable;
    private final List<ColumnFamilyHandle> families = new ArrayList<>();
    private final RocksDB db;
    private final String id;
    private final ColumnFamilyHandle sources;
    private final ColumnFamilyHandle seen;

    /** A folder that cannot be used for the state. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Opens the state in {@code folder}, made if it is missing.
     *
     * @throws Unusable if that cannot be done, because another process uses it, for example
     */
    public CollectState(Path folder) {
        RocksDB.loadLibrary();
        cache = new LRUCache(CACHE);
        bloom = new BloomFilter(10);
        options = new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setMaxOpenFiles(64)
                .setKeepLogFileNum(1);
        familyOptions = new ColumnFamilyOptions()
                .setWriteBufferSize(BUFFER)
                .setTableFormatConfig(
                        new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(bloom));
        durable = new WriteOptions().setSync(true);
        try {
            Files.createDirectories(folder);
            db = RocksDB.open(
                    options,
                    folder.toString(),
                    List.of(family("default"), family("sources"), family("seen")),
                    families);
        } catch (IOException | RocksDBException e) {
            closeOptions();
            throw new Unusable(
                    "cannot keep the collector's state in " + folder + " (" + e.getMessage()
                            + "): does another collector use it? Give this one a --data of its own",
                    e);
        }
        sources = families.get(1);
        seen = families.get(2);
        id = identity();
    }

    private String identity() {
        byte @Nullable [] known = call(() -> db.get(ID));
        if (known != null) {
            return new String(known, StandardCharsets.UTF_8);
        }
        String fresh = UUID.randomUUID().toString();
        run(() -> db.put(durable, ID, fresh.getBytes(StandardCharsets.UTF_8)));
        return fresh;
    }

    /** Names the collector whose state it is: the same as long as the folder stays. */
    public String id() {
        return id;
    }

    private ColumnFamilyDescriptor family(String name) {
        return new ColumnFamilyDescriptor(name.getBytes(StandardCharsets.UTF_8), familyOptions);
    }

    private interface Call<T> {
        T run() throws RocksDBException;
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (RocksDBException e) {
            throw new IllegalStateException("the collector's state: " + e.getMessage(), e);
        }
    }

    private interface Action {
        void run() throws RocksDBException;
    }

    private static void run(Action action) {
        call(() -> {
            action.run();
            return action;
        });
    }

    /** What is kept under {@code key}, the address of a source as its list names it. */
    Optional<SourceState> source(String key) {
        byte @Nullable [] value = call(() -> db.get(sources, key.getBytes(StandardCharsets.UTF_8)));
        return Optional.ofNullable(value).map(json::read);
    }

    /** Whether an article with one of these marks was taken. */
    boolean anySeen(Collection<ArticleMark> marks) {
        return marks.stream().anyMatch(mark -> call(() -> db.get(seen, mark.bytes())) != null);
    }

    /** Whether {@code mark} was last seen long ago: it is forgotten unless it is written again. */
    boolean fades(ArticleMark mark, LocalDate today) {
        byte @Nullable [] day = call(() -> db.get(seen, mark.bytes()));
        return day != null && ByteBuffer.wrap(day).getInt() < today.toEpochDay() - RENEWED_DAYS;
    }

    /** Keeps a source's state and the marks of articles that were taken, as a whole. */
    void write(String key, SourceState state, Collection<ArticleMark> marks, LocalDate today) {
        try (WriteBatch batch = new WriteBatch()) {
            run(() -> batch.put(sources, key.getBytes(StandardCharsets.UTF_8), json.write(state)));
            write(batch, marks, today);
        }
    }

    /** Keeps the marks of articles that were taken. */
    void write(Collection<ArticleMark> marks, LocalDate today) {
        try (WriteBatch batch = new WriteBatch()) {
            write(batch, marks, today);
        }
    }

    private void write(WriteBatch batch, Collection<ArticleMark> marks, LocalDate today) {
        byte[] day = ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) today.toEpochDay())
                .array();
        run(() -> {
            for (ArticleMark mark : marks) {
                batch.put(seen, mark.bytes(), day);
            }
            db.write(durable, batch);
        });
    }

    /** Forgets articles that no feed has shown for three months. */
    void forget(LocalDate today) {
        long before = today.toEpochDay() - KEPT_DAYS;
        try (RocksIterator each = db.newIterator(seen)) {
            for (each.seekToFirst(); each.isValid(); each.next()) {
                if (ByteBuffer.wrap(each.value()).getInt() < before) {
                    run(() -> db.delete(seen, each.key()));
                }
            }
        }
    }

    @Override
    public void close() {
        families.forEach(ColumnFamilyHandle::close);
        db.close();
        closeOptions();
    }

    private void closeOptions() {
        durable.close();
        options.close();
        familyOptions.close();
        bloom.close();
        cache.close();
    }
}
