package io.entente.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.state.Due;
import io.entente.store.MemoryTables;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.streams.state.KeyValueStore;

/** A table in a store says what one in memory says, whatever is held beside the store, between commits and after a restart. */
class StoreTableProperties {
    private static final TableSpec<Due> ROWS = new TableSpec<>("rows", Due.class);
    private static final TableSpec<Due> NEXT = new TableSpec<>("rows-next", Due.class);

    /** With few keys rows come and go; with many they are more than are held. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void saysWhatOneInMemorySays(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int digits) {
        Random random = new Random(seed);
        KeyValueStore<String, byte[]> store = StoreTablesTest.store();
        StoreTables stored = new StoreTables(store);
        Tables memory = new MemoryTables();
        for (int step = 0; step < 2_000; step++) {
            if (random.nextInt(100) == 0) {
                stored.flushCache();
                stored = random.nextInt(3) == 0 ? new StoreTables(store) : stored;
            }
            TableSpec<Due> spec = random.nextInt(4) == 0 ? NEXT : ROWS;
            step(random, digits, stored.table(spec), memory.table(spec));
        }
    }

    private static void step(Random random, int digits, Table<Due> stored, Table<Due> memory) {
        String key = key(random, digits);
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                Due row = new Due("x".repeat(random.nextInt(2_000)));
                stored.put(key, row);
                memory.put(key, row);
            }
            case 2 -> {
                stored.delete(key);
                memory.delete(key);
            }
            case 3, 4 -> assertThat(stored.get(key)).isEqualTo(memory.get(key));
            default -> {
                String to = key(random, digits);
                assertThat(scanned(stored, key, to)).isEqualTo(scanned(memory, key, to));
            }
        }
    }

    private static String key(Random random, int digits) {
        int bound = (int) Math.pow(10, digits);
        return String.format("%0" + digits + "d", random.nextInt(bound));
    }

    private static List<Object> scanned(Table<Due> table, String from, String to) {
        List<Object> rows = new ArrayList<>();
        table.scan(from, to, (key, row) -> {
            rows.add(key);
            rows.add(row);
        });
        return rows;
    }
}
