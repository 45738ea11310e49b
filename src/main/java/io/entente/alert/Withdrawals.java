package io.entente.alert;

import io.entente.alert.day.EpochDays;
import io.entente.avro.Alert;
import io.entente.avro.AlertState;
import io.entente.avro.state.Marker;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.ArrayList;
import java.util.List;

/**
 * The provisional alerts that closing did not confirm. Which of them were shown depends on the order of arrival. Readers see for some days that
 * they were withdrawn; then their rows are removed, and what stands is a function of the events.
 */
final class Withdrawals {
    private static final int KEPT_DAYS = 4;
    private static final Marker PRESENT = new Marker(1);

    private final Table<Marker> table;

    /** @param name of their table */
    Withdrawals(Tables tables, String name) {
        this.table = tables.table(new TableSpec<>(name, Marker.class));
    }

    /** Notes a withdrawal; another value says that the alert stands again. */
    void published(String key, Alert alert) {
        String row = EpochDays.key(EpochDays.of(alert.getOpenedAt())) + '|' + key;
        if (alert.getState() == AlertState.WITHDRAWN) {
            table.put(row, PRESENT);
        } else if (table.get(row) != null) {
            table.delete(row);
        }
    }

    /** Removes the rows of those that have been shown long enough when {@code closed} has closed. */
    void expire(int closed, Output out) {
        List<String> rows = new ArrayList<>();
        table.scan("", EpochDays.key(closed - KEPT_DAYS), (row, marker) -> rows.add(row));
        for (String row : rows) {
            table.delete(row);
            out.alert(row.substring(row.indexOf('|') + 1), null);
        }
    }
}
