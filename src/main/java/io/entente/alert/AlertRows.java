package io.entente.alert;

import io.entente.alert.day.AlertCopies;
import io.entente.alert.day.EpochDays;
import io.entente.alert.day.Evidence;
import io.entente.alert.day.PairName;
import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertState;
import io.entente.avro.state.TrackedAlert;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a pair's alerts as they stand in the table: a row a slot, under {@code pair|slot}. */
final class AlertRows {
    /** A provisional count is published again when it has grown by so much. */
    private static final double NOTABLE_GROWTH = 1.25;

    static final Comparator<Slot> ORDER = Comparator.comparing(Slot::kind).thenComparing(Slot::side);

    private final PairName pair;
    private final Table<TrackedAlert> table;
    private final Map<Slot, TrackedAlert> rows = new TreeMap<>(ORDER);

    /** Their table. */
    static TableSpec<TrackedAlert> table(String name) {
        return new TableSpec<>(name, TrackedAlert.class);
    }

    /** @param slots the keys of its rows */
    AlertRows(PairName pair, Table<TrackedAlert> table, List<String> slots) {
        this.pair = pair;
        this.table = table;
        for (String key : slots) {
            TrackedAlert row = table.get(pair.name() + '|' + key);
            if (row != null) {
                rows.put(Slot.of(key), AlertCopies.read(row));
            }
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    List<Slot> slots() {
        return List.copyOf(rows.keySet());
    }

    @Nullable
    TrackedAlert get(Slot slot) {
        return rows.get(slot);
    }

    /** What was published last of a slot; null for nothing. */
    @Nullable
    Alert shown(Slot slot) {
        TrackedAlert row = rows.get(slot);
        return row == null ? null : row.getShown().orElse(null);
    }

    /** Hands over the rows as they are now; {@code use} may change them. */
    void each(BiConsumer<Slot, TrackedAlert> use) {
        for (Slot slot : slots()) {
            TrackedAlert row = rows.get(slot);
            if (row != null) {
                use.accept(slot, row);
            }
        }
    }

    void put(Slot slot, TrackedAlert row) {
        rows.put(slot, row);
        table.put(pair.name() + '|' + slot.key(), AlertCopies.stored(row));
    }

    void drop(Slot slot) {
        rows.remove(slot);
        table.delete(pair.name() + '|' + slot.key());
    }

    /** Shows the latest version of an event, or leaves it out where it is gone, in the alerts that rest on it. */
    void refresh(String eventId, @Nullable AlertEvidence latest, Consumer<Alert> out) {
        for (Map.Entry<Slot, TrackedAlert> entry : new ArrayList<>(rows.entrySet())) {
            TrackedAlert row = entry.getValue();
            Alert shown = row.getShown().orElse(null);
            Alert settled = row.getSettled().orElse(null);
            Alert freshShown = Evidence.refreshed(shown, eventId, latest);
            Alert freshSettled = Evidence.refreshed(settled, eventId, latest);
            if (Objects.equals(freshShown, shown) && Objects.equals(freshSettled, settled)) {
                continue;
            }
            put(entry.getKey(), AlertCopies.with(row, freshShown, freshSettled));
            if (freshSettled != null
                    && shown != null
                    && !freshSettled.getId().equals(shown.getId())
                    && !freshSettled.equals(settled)) {
                out.accept(freshSettled); // it ended, and another alert has been shown since
            }
            if (freshShown != null && !freshShown.equals(shown) && freshShown.getState() != AlertState.WITHDRAWN) {
                out.accept(freshShown);
            }
        }
    }

    /**
     * The first day after {@code day} on which an open or cooling alert must be looked at; null for none.
     *
     * @param kept days for which an ended alert is kept
     */
    @Nullable
    Integer due(int day, int kept) {
        Integer due = null;
        for (TrackedAlert row : rows.values()) {
            Integer ended = row.getEnded().orElse(null);
            int next = row.getSettled().isEmpty() ? row.getOpened() : ended == null ? day + 1 : ended + kept + 1;
            due = due == null ? next : Math.min(due, next);
        }
        return due == null ? null : Math.max(due, day + 1);
    }

    /** Whether a provisional value says more than a slightly larger number. */
    static boolean isNotable(Alert value, Alert shown) {
        return !shown.getProvisional()
                || value.getSeverity() != shown.getSeverity()
                || value.getSingleSource() != shown.getSingleSource()
                || (value.getP().isEmpty() && !value.getEvidence().equals(shown.getEvidence()))
                || value.getObserved().orElse(0.0)
                        >= NOTABLE_GROWTH * shown.getObserved().orElse(0.0) + 0.5;
    }

    /** Whether it is a provisional value that no closing has confirmed yet. */
    static boolean isUnconfirmed(Alert shown) {
        return shown.getProvisional() && shown.getVersion() == 1;
    }

    /** Whether what was shown stands no more: another alert has taken its place, or its day has closed without it. */
    static boolean hasLapsed(Alert shown, @Nullable AlertDraft track, @Nullable Integer closed) {
        return track != null && !track.value().getId().equals(shown.getId()) && track.isOpen()
                || closed != null
                        && EpochDays.of(shown.getOpenedAt()) <= closed
                        && (track == null || !track.value().getId().equals(shown.getId()));
    }
}
