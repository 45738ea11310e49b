package io.entente.ops;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the native memory of all stores of a stage together: one block cache, and write buffers counted within it. Configured
 * with {@link #CONFIG}.
 */
public final class RocksDbBounds implements RocksDBConfigSetter {
    /** Under this key of a Streams configuration the stores find the {@link Memory} that they share. */
    public static final String CONFIG = "entente.rocksdb.memory";

    /** Native memory that stores share; closed after the last of them. */
    public static final class Memory implements AutoCloseable {
        private static final double INDEX_SHARE = 0.1;

        private final Cache cache;
        private final WriteBufferManager writeBuffers;

        /** @param bytes for blocks and write buffers together */
        public Memory(long bytes) {
            RocksDB.loadLibrary();
            cache = new LRUCache(bytes, -1, false, INDEX_SHARE);
            writeBuffers = new WriteBufferManager(bytes / 4, cache);
        }

        @Override
        public void close() {
            writeBuffers.close();
            cache.close();
        }
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        Memory memory = (Memory) Objects.requireNonNull(configs.get(CONFIG), CONFIG);
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(memory.writeBuffers);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String store, Options options) {
        // The memory is shared: its owner closes it. Kafka Streams closes the cache that it made itself.
    }
}
