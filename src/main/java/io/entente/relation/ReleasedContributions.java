package io.entente.relation;

import io.entente.avro.state.Contribution;
import io.entente.relation.row.Padded;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.ArrayList;
import java.util.List;

/**
 * What events contributed to windows, as 0.1.0 kept it, keyed by pair|event time|event id. After an upgrade they stand for the events of a day that
 * 0.1.0 had forgotten in the middle of it.
 */
final class ReleasedContributions {
    static final TableSpec<Contribution> TABLE = new TableSpec<>("relate-contributions", Contribution.class);

    private static final long DAY = 86_400_000;

    private final Table<Contribution> table;
    private final Forgetting forgetting;

    /** A row, its key in parts. */
    record Row(long time, String id, Contribution contribution) {}

    ReleasedContributions(Tables tables) {
        this.table = tables.table(TABLE);
        this.forgetting = new Forgetting(tables, "windows");
    }

    /** Those of a pair from {@code from} on and before {@code to}. */
    List<Row> rows(String pair, long from, long to) {
        List<Row> rows = new ArrayList<>();
        table.scan(key(pair, from), key(pair, to), (key, contribution) -> {
            String[] parts = key.substring(pair.length() + 1).split("\\|", 2);
            rows.add(new Row(Long.parseLong(parts[0]), parts[1], contribution));
        });
        return rows;
    }

    /** Forgets the days that end before {@code horizon}. */
    void forget(long horizon) {
        forgetting.due(horizon, (pair, end) -> {
            List<String> keys = new ArrayList<>();
            table.scan(key(pair, end - DAY), key(pair, end), (key, contribution) -> keys.add(key));
            keys.forEach(table::delete);
        });
    }

    private static String key(String pair, long time) {
        return pair + '|' + Padded.time(time);
    }
}
