package io.entente.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.state.Marker;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** Tables with more rows than those whose keys are held in memory. */
class StoreTableTest {
    private static final TableSpec<Marker> ROWS = new TableSpec<>("rows", Marker.class);
    private static final int MANY = 12_000;

    private final KeyValueStore<String, byte[]> store = StoreTablesTest.store();

    @Test
    void aTableMayGrowLargeWhileItIsScanned() {
        Table<Marker> table = new StoreTables(store).table(ROWS);
        for (int i = 0; i < MANY; i++) {
            table.put(key(i), new Marker(i));
            if (i % 1_000 == 0) {
                assertThat(keys(table, key(0), key(MANY))).hasSize(i + 1);
            }
        }

        assertThat(keys(table, key(11_000), key(11_003))).containsExactly(key(11_000), key(11_001), key(11_002));
    }

    @Test
    void aTableMayBeLargeFromTheBeginning() {
        StoreTables tables = new StoreTables(store);
        Table<Marker> before = tables.table(ROWS);
        for (int i = 0; i < MANY; i++) {
            before.put(key(i), new Marker(i));
        }
        tables.flushCache();
        Table<Marker> table = new StoreTables(store).table(ROWS);
        table.delete(key(5));

        assertThat(keys(table, key(0), key(MANY))).hasSize(MANY - 1);
        assertThat(table.get(key(5))).isNull();
        assertThat(table.get(key(6))).isEqualTo(new Marker(6));
    }

    private static String key(int number) {
        return Integer.toString(100_000 + number);
    }

    private static List<String> keys(Table<Marker> table, String from, String to) {
        List<String> keys = new ArrayList<>();
        table.scan(from, to, (key, row) -> keys.add(key));
        return keys;
    }
}
