package io.entente.serve.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/**
 * Records by key on disk, and lists of them from late to early: of all and of a pair. Written by one thread, read by any.
 *
 * <p>One sorted table holds, by leading letter: {@code r} rows (arrival number, record), {@code t} keys by time, {@code p} keys by pair
 * and time, {@code i} keys by id, {@code s} keys by arrival number.
 */
public final class RecordTable<V extends SpecificRecord> {
    /** How many rows a request looks at; a page may be shorter than asked for and still have a next one. */
    static final int MAX_VISITED = 20_000;

    /** How a record is found. */
    record Shape<V>(Function<V, String> id, Function<V, String> pair, ToLongFunction<V> time) {}

    private final Database database;
    private final Database.Family family;
    private final AvroBytes<V> bytes;
    private final Shape<V> shape;
    private long arrivals;
    private long oldest;
    private final AtomicLong size = new AtomicLong();

    RecordTable(Database database, String name, Class<V> type, Shape<V> shape) {
        this.database = database;
        this.family = database.family(name);
        this.bytes = new AvroBytes<>(type);
        this.shape = shape;
    }

    /** How many rows there are. */
    public long size() {
        return size.get();
    }

    /** Puts {@code record} in place of what is under {@code key}; what was there before. */
    Optional<V> put(String key, V record) {
        WriteBatch batch = new WriteBatch();
        Optional<V> before = unlink(batch, key);
        long arrival = arrivals++;
        family.put(batch, DiskKeys.of('r', key), DiskKeys.join(DiskKeys.bytes(arrival), bytes.write(record)));
        for (byte[] index : indices(key, record)) {
            family.put(batch, index, key.getBytes(StandardCharsets.UTF_8));
        }
        family.put(batch, DiskKeys.of('s', arrival), key.getBytes(StandardCharsets.UTF_8));
        database.write(batch);
        size.addAndGet(before.isPresent() ? 0 : 1);
        return before;
    }

    /** Removes what is under {@code key}, and says what it was. */
    Optional<V> delete(String key) {
        WriteBatch batch = new WriteBatch();
        Optional<V> before = unlink(batch, key);
        database.write(batch);
        size.addAndGet(before.isPresent() ? -1 : 0);
        return before;
    }

    private Optional<V> unlink(WriteBatch batch, String key) {
        byte[] rowKey = DiskKeys.of('r', key);
        byte[] row = family.get(rowKey);
        if (row == null) {
            return Optional.empty();
        }
        V record = bytes.read(row, Long.BYTES);
        family.delete(batch, rowKey);
        indices(key, record).forEach(index -> family.delete(batch, index));
        family.delete(batch, DiskKeys.of('s', DiskKeys.number(row, 0)));
        return Optional.of(record);
    }

    private List<byte[]> indices(String key, V record) {
        long later = DiskKeys.later(shape.time().applyAsLong(record));
        return List.of(
                DiskKeys.of('t', later, key),
                DiskKeys.of('p', shape.pair().apply(record), later, key),
                DiskKeys.of('i', shape.id().apply(record)));
    }

    /** Removes the rows that arrived first, down to {@code limit} rows. */
    void trim(long limit) {
        for (; size.get() > limit; oldest++) {
            byte[] key = family.get(DiskKeys.of('s', oldest)); // none where the row was replaced by a later one
            if (key != null) {
                delete(DiskKeys.text(key, 0));
            }
        }
    }

    /** Removes rows from before {@code time} (epoch milliseconds) unless {@code keep} says otherwise. */
    void forget(long time, Predicate<V> keep) {
        List<String> old = new ArrayList<>();
        byte[] prefix = DiskKeys.of('t');
        try (RocksIterator rows = family.iterator()) {
            for (rows.seek(DiskKeys.of('t', DiskKeys.later(time - 1)));
                    rows.isValid() && DiskKeys.startsWith(rows.key(), prefix);
                    rows.next()) {
                old.add(DiskKeys.text(rows.value(), 0));
            }
        }
        for (String key : old) {
            if (row(key).filter(keep.negate()).isPresent()) {
                delete(key);
            }
        }
    }

    Optional<V> row(String key) {
        byte[] row = family.get(DiskKeys.of('r', key));
        return row == null ? Optional.empty() : Optional.of(bytes.read(row, Long.BYTES));
    }

    /** The record with this id. */
    public Optional<V> find(String id) {
        byte[] key = family.get(DiskKeys.of('i', id));
        return key == null ? Optional.empty() : row(DiskKeys.text(key, 0));
    }

    /**
     * A list of rows, from late to early.
     *
     * @param pair only this pair's; null for all
     * @param span only rows of this time
     * @param after where to go on; null to begin
     * @param limit how many at most
     * @param wanted which ones
     */
    public Page<V> page(@Nullable String pair, TimeRange span, @Nullable Cursor after, int limit, Predicate<V> wanted) {
        byte[] prefix = pair == null ? DiskKeys.of('t') : DiskKeys.join(DiskKeys.of('p', pair), new byte[1]);
        List<V> items = new ArrayList<>();
        Cursor last = null;
        try (RocksIterator rows = family.iterator()) {
            int visited = 0;
            for (rows.seek(start(prefix, span, after));
                    rows.isValid() && DiskKeys.startsWith(rows.key(), prefix);
                    rows.next()) {
                long time = DiskKeys.later(DiskKeys.number(rows.key(), prefix.length));
                if (time < span.from()) {
                    break;
                }
                String key = DiskKeys.text(rows.value(), 0);
                Cursor here = new Cursor(time, key);
                if (here.equals(after)) {
                    continue;
                }
                if (items.size() == limit || visited == MAX_VISITED) {
                    return new Page<>(items, last);
                }
                visited++;
                last = here;
                row(key).filter(wanted).ifPresent(items::add);
            }
        }
        return new Page<>(items, null);
    }

    private static byte[] start(byte[] prefix, TimeRange span, @Nullable Cursor after) {
        long latest = DiskKeys.later(span.to() == Long.MAX_VALUE ? span.to() : span.to() - 1);
        byte[] begin = DiskKeys.join(prefix, DiskKeys.bytes(latest));
        if (after == null || DiskKeys.later(after.time()) < latest) {
            return begin;
        }
        byte[] place = DiskKeys.join(prefix, DiskKeys.bytes(DiskKeys.later(after.time())));
        return DiskKeys.join(place, after.key().getBytes(StandardCharsets.UTF_8));
    }
}
