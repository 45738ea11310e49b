package io.entente.serve.model;

import io.entente.avro.RelationWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/** Relation windows of one length on disk, by pair and start. Written by one thread, read by any. */
final class WindowIndex {
    private final Database database;
    private final Database.Family family;
    private final AvroBytes<RelationWindow> bytes = new AvroBytes<>(RelationWindow.class);

    WindowIndex(Database database, String name) {
        this.database = database;
        this.family = database.family(name);
    }

    void put(RelationWindow window) {
        WriteBatch batch = new WriteBatch();
        family.put(batch, key(window.getPair(), window.getStart().toEpochMilli()), bytes.write(window));
        database.write(batch);
    }

    void delete(String pair, Instant start) {
        WriteBatch batch = new WriteBatch();
        family.delete(batch, key(pair, start.toEpochMilli()));
        database.write(batch);
    }

    /** The pair's windows that begin within {@code span}, early ones first. */
    List<RelationWindow> series(String pair, TimeRange span) {
        List<RelationWindow> series = new ArrayList<>();
        byte[] prefix = prefix(pair);
        try (RocksIterator rows = family.iterator()) {
            for (rows.seek(key(pair, span.from()));
                    rows.isValid()
                            && DiskKeys.startsWith(rows.key(), prefix)
                            && DiskKeys.number(rows.key(), prefix.length) < span.to();
                    rows.next()) {
                series.add(bytes.read(rows.value(), 0));
            }
        }
        return series;
    }

    /** Removes the pair's windows that begin before {@code time}. */
    void forget(String pair, long time) {
        WriteBatch batch = new WriteBatch();
        byte[] prefix = prefix(pair);
        try (RocksIterator rows = family.iterator()) {
            for (rows.seek(prefix);
                    rows.isValid()
                            && DiskKeys.startsWith(rows.key(), prefix)
                            && DiskKeys.number(rows.key(), prefix.length) < time;
                    rows.next()) {
                family.delete(batch, rows.key());
            }
        }
        database.write(batch);
    }

    private static byte[] prefix(String pair) {
        return DiskKeys.join(DiskKeys.of('w', pair), new byte[1]);
    }

    private static byte[] key(String pair, long start) {
        return DiskKeys.join(prefix(pair), DiskKeys.bytes(start));
    }
}
