package io.entente.serve.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteBufferManager;
import org.rocksdb.WriteOptions;

/**
 * The read model on disk: sorted tables in a folder of their own that is emptied at every start, because the topics are
 * the truth. Native memory is bounded. Reads may come from any thread, writes from one.
 */
final class Database implements AutoCloseable {
    private static final long MEMORY = 96L << 20;

    private final DBOptions options;
    private final ColumnFamilyOptions familyOptions;
    private final BloomFilter bloom;
    private final Cache cache;
    private final WriteBufferManager buffers;
    private final WriteOptions unlogged;
    private final RocksDB db;
    private final List<ColumnFamilyHandle> families = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A sorted table of bytes by bytes. */
    final class Family {
        private final ColumnFamilyHandle handle;

        private Family(ColumnFamilyHandle handle) {
            this.handle = handle;
        }

        byte @Nullable [] get(byte[] key) {
            return call(() -> db.get(handle, key));
        }

        void put(WriteBatch batch, byte[] key, byte[] value) {
            call(() -> {
                batch.put(handle, key, value);
                return key;
            });
        }

        void delete(WriteBatch batch, byte[] key) {
            call(() -> {
                batch.delete(handle, key);
                return key;
            });
        }

        /** A view of the table as it is now; to be closed. */
        RocksIterator iterator() {
            return db.newIterator(handle);
        }
    }

    private interface Call<T> {
        T run() throws RocksDBException;
    }

    /** @param folder emptied first, and used by one process at a time */
    Database(Path folder) {
        RocksDB.loadLibrary();
        cache = new LRUCache(MEMORY, -1, false, 0.1);
        buffers = new WriteBufferManager(MEMORY / 3, cache);
        bloom = new BloomFilter(10);
        options = new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setWriteBufferManager(buffers)
                .setMaxOpenFiles(256)
                .setKeepLogFileNum(1);
        familyOptions = new ColumnFamilyOptions()
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setCacheIndexAndFilterBlocks(true)
                        .setFilterPolicy(bloom));
        unlogged = new WriteOptions().setDisableWAL(true);
        db = open(folder);
    }

    private RocksDB open(Path folder) {
        try (Options destroy = new Options()) {
            Files.createDirectories(folder);
            RocksDB.destroyDB(folder.toString(), destroy);
            List<ColumnFamilyDescriptor> descriptors =
                    List.of(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, familyOptions));
            return RocksDB.open(options, folder.toString(), descriptors, families);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RocksDBException e) {
            throw new IllegalStateException(
                    "cannot use " + folder + " for the read model: " + e.getMessage()
                            + "; does another process use it? Give this one an entente.state.dir of its own",
                    e);
        }
    }

    Family family(String name) {
        ColumnFamilyHandle handle = call(() -> db.createColumnFamily(
                new ColumnFamilyDescriptor(name.getBytes(StandardCharsets.UTF_8), familyOptions)));
        families.add(handle);
        return new Family(handle);
    }

    /** Applies {@code batch} as a whole and closes it. */
    void write(WriteBatch batch) {
        try (batch) {
            db.write(unlogged, batch);
        } catch (RocksDBException e) {
            throw failure(e);
        }
    }

    private static <T> T call(Call<T> call) {
        try {
            return call.run();
        } catch (RocksDBException e) {
            throw failure(e);
        }
    }

    private static IllegalStateException failure(RocksDBException e) {
        return new IllegalStateException("the read model's disk: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            families.forEach(ColumnFamilyHandle::close);
            db.close();
            unlogged.close();
            options.close();
            familyOptions.close();
            bloom.close();
            buffers.close();
            cache.close();
        }
    }
}
