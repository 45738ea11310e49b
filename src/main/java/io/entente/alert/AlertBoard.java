package io.entente.alert;

import io.entente.alert.day.AlertCopies;
import io.entente.alert.day.EpochDays;
import io.entente.alert.day.Evidence;
import io.entente.alert.day.PairName;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertKind;
import io.entente.avro.AlertState;
import io.entente.avro.state.TrackedAlert;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of one pair: at most one in a {@link Slot}, from opening to the end of its cool-down. Detectors report to it; a closing
 * settles what they said; then it publishes what differs from what was published last.
 */
final class AlertBoard {
    /** Later reports can join an event for so many days: as long, an ended alert still takes them. */
    private static final int REFRESHED_DAYS = 4;

    /** A provisional count is published again when it has grown by so much. */
    private static final double NOTABLE_GROWTH = 1.25;

    private static final Comparator<Slot> ORDER =
            Comparator.comparing(Slot::kind).thenComparing(Slot::side);

    private final AlertPolicy policy;
    private final AlertWriter writer;
    private final PairName pair;
    private final Table<TrackedAlert> table;
    private final Map<Slot, TrackedAlert> rows = new TreeMap<>(ORDER);
    private final Map<Slot, AlertDraft> tracks = new TreeMap<>(ORDER);
    private @Nullable String episode;
    private int episodeDay;

    /** A table of desks: a row a slot, under {@code pair|slot}. */
    static TableSpec<TrackedAlert> table(String name) {
        return new TableSpec<>(name, TrackedAlert.class);
    }

    /**
     * @param slots the keys of its rows, as {@link #slots()} gave them
     * @param episode id of the pair's last episode
     * @param episodeDay last day on which an alert of it was open
     */
    AlertBoard(
            AlertPolicy policy,
            PairName pair,
            Table<TrackedAlert> table,
            List<String> slots,
            @Nullable String episode,
            int episodeDay) {
        this.policy = policy;
        this.writer = new AlertWriter(policy);
        this.pair = pair;
        this.table = table;
        this.episode = episode;
        this.episodeDay = episodeDay;
        for (String key : slots) {
            Slot slot = Slot.of(key);
            TrackedAlert row = table.get(pair.name() + '|' + key);
            if (row != null) {
                rows.put(slot, row);
                row.getSettled().ifPresent(settled -> tracks.put(slot, new AlertDraft(row, settled)));
            }
        }
    }

    PairName pair() {
        return pair;
    }

    /** Whether an alert is open or cooling down. */
    boolean isBusy() {
        return !tracks.isEmpty();
    }

    /** The open alert of a slot; null if there is none. */
    @Nullable
    AlertDraft open(Slot slot) {
        AlertDraft track = tracks.get(slot);
        return track != null && track.isOpen() ? track : null;
    }

    boolean isOpen(AlertKind kind, Slot.Side side) {
        return open(new Slot(kind, side)) != null;
    }

    /** Whether an alert of one of {@code kinds} is open, in either direction or for the pair. */
    boolean isOpen(Collection<AlertKind> kinds) {
        return !tracks.isEmpty()
                && tracks.entrySet().stream()
                        .anyMatch(entry -> kinds.contains(entry.getKey().kind())
                                && entry.getValue().isOpen());
    }

    /** The open alerts, by slot. */
    Map<Slot, AlertDraft> open() {
        Map<Slot, AlertDraft> open = new TreeMap<>(ORDER);
        tracks.forEach((slot, track) -> {
            if (track.isOpen()) {
                open.put(slot, track);
            }
        });
        return open;
    }

    /**
     * Takes a finding: updates the slot's open alert, or opens one unless it is cooling down.
     *
     * @param at event time of the latest story of the day
     * @return the alert; null if none could open
     */
    @Nullable
    AlertDraft report(Finding finding, int day, Instant at) {
        Slot slot = finding.slot();
        AlertDraft track = open(slot);
        if (track == null) {
            AlertDraft before = tracks.get(slot);
            if (before != null && before.ended != null && day - before.ended <= policy.coolDownDays()) {
                return null;
            }
            track = new AlertDraft(writer.opened(pair, finding, day, at, episodeOn(day)), day);
            tracks.put(slot, track);
        } else {
            track.value = writer.updated(track.value, finding, day, at);
        }
        if (finding.severe() != null) {
            track.severe = finding.severe().points();
            track.rates = finding.severe().rates();
        }
        track.renewed = day;
        track.byCount |= finding.count() != null;
        track.byTone |= finding.tone() != null;
        return track;
    }

    private String episodeOn(int day) {
        if (episode == null || (episodeDay < day && open().isEmpty())) {
            episode = Ids.episode(pair.name(), day);
        }
        episodeDay = Math.max(episodeDay, day);
        return episode;
    }

    /** Ends the open alert of a slot on a day that closes. */
    void end(Slot slot, int day, String resolution) {
        AlertDraft track = open(slot);
        if (track != null) {
            track.ended = day;
            track.value = writer.ended(track.value, day, resolution);
        }
    }

    /** Makes what has been reported for {@code day} final, and forgets alerts that have cooled down. */
    void settle(int day) {
        if (tracks.isEmpty() && rows.isEmpty()) {
            return;
        }
        if (!open().isEmpty()
                || tracks.values().stream().anyMatch(track -> track.ended != null && track.ended == day)) {
            episodeDay = day;
        }
        for (AlertDraft track : tracks.values()) {
            Alert before = track.settled;
            if (track.value == before) {
                continue; // nothing was reported
            }
            Alert value = AlertCopies.of(track.value).setProvisional(false).build();
            if (before == null || !value.equals(before)) {
                int version = before == null ? 1 : before.getVersion() + 1;
                track.settled = AlertWriter.worded(
                        AlertCopies.of(value).setVersion(version).build());
            }
            track.value = Objects.requireNonNull(track.settled);
        }
        int kept = Math.max(policy.coolDownDays(), REFRESHED_DAYS);
        tracks.entrySet().removeIf(entry -> {
            Integer ended = entry.getValue().ended;
            return ended != null && day - ended > kept;
        });
        save();
    }

    private void save() {
        for (Slot slot : new ArrayList<>(rows.keySet())) {
            TrackedAlert row = rows.get(slot);
            if (row != null && !tracks.containsKey(slot) && row.getSettled().isPresent()) {
                Alert shown = row.getShown().filter(AlertBoard::unconfirmed).orElse(null);
                if (shown == null) {
                    drop(slot);
                } else {
                    put(slot, new AlertDraft(shown, EpochDays.of(shown.getOpenedAt())).state(shown));
                }
            }
        }
        tracks.forEach((slot, track) -> put(slot, track.state(shown(slot))));
    }

    /**
     * Publishes what differs from what was published last.
     *
     * @param closed the last closed day; null before one has closed
     * @return how many provisional alerts have been withdrawn
     */
    int publish(@Nullable Integer closed, Consumer<Alert> out) {
        if (tracks.isEmpty() && rows.isEmpty()) {
            return 0;
        }
        int withdrawn = 0;
        Map<Slot, TrackedAlert> all = new TreeMap<>(ORDER);
        all.putAll(rows);
        tracks.keySet().forEach(slot -> all.putIfAbsent(slot, emptyRow(slot)));
        for (Slot slot : all.keySet()) {
            AlertDraft track = tracks.get(slot);
            if (track != null) {
                publishEnd(slot, track, out);
            }
            Alert shown = shown(slot);
            if (shown != null && unconfirmed(shown) && lapsed(shown, track, closed)) {
                out.accept(writer.withdrawn(shown));
                withdrawn++;
                shown = null;
                if (track == null) {
                    drop(slot);
                    continue;
                }
                shown = track.published;
                put(slot, withShown(slot, shown));
            }
            if (track != null) {
                publish(slot, track, shown, out);
            }
        }
        return withdrawn;
    }

    /** What has ended is published before the next alert takes its place. */
    private void publishEnd(Slot slot, AlertDraft next, Consumer<Alert> out) {
        Alert shown = shown(slot);
        TrackedAlert row = rows.get(slot);
        Alert ended = row == null ? null : row.getSettled().orElse(null);
        if (shown != null
                && ended != null
                && ended.getId().equals(shown.getId())
                && !ended.getId().equals(next.value.getId())
                && !ended.equals(shown)) {
            out.accept(ended);
            put(slot, withShown(slot, ended));
        }
    }

    private static boolean lapsed(Alert shown, @Nullable AlertDraft track, @Nullable Integer closed) {
        return track != null && !track.value.getId().equals(shown.getId()) && track.isOpen()
                || closed != null
                        && EpochDays.of(shown.getOpenedAt()) <= closed
                        && (track == null || !track.value.getId().equals(shown.getId()));
    }

    private void publish(Slot slot, AlertDraft track, @Nullable Alert shown, Consumer<Alert> out) {
        Alert value = track.value;
        Alert settled = track.settled;
        if (settled == null || !value.equals(settled)) {
            value = AlertCopies.of(value)
                    .setProvisional(true)
                    .setVersion(settled == null ? 1 : settled.getVersion() + 1)
                    .build();
        }
        boolean sameAlert = shown != null && shown.getId().equals(value.getId());
        if (shown != null && !sameAlert && !track.isOpen()) {
            return;
        }
        if (shown != null && sameAlert && (value.equals(shown) || (value.getProvisional() && !notable(value, shown)))) {
            return;
        }
        Alert published = value.getProvisional() ? AlertWriter.worded(value) : value;
        out.accept(published);
        put(slot, withShown(slot, published));
    }

    /** Whether a provisional value tells more than a slightly larger number. */
    private static boolean notable(Alert value, Alert shown) {
        return !shown.getProvisional()
                || value.getSeverity() != shown.getSeverity()
                || value.getSingleSource() != shown.getSingleSource()
                || (value.getP().isEmpty() && !value.getEvidence().equals(shown.getEvidence()))
                || value.getObserved().orElse(0.0)
                        >= NOTABLE_GROWTH * shown.getObserved().orElse(0.0) + 0.5;
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

    /** The first day after {@code day} on which an open or cooling alert must be looked at; null for none. */
    @Nullable
    Integer due(int day) {
        Integer due = null;
        for (TrackedAlert row : rows.values()) {
            Integer ended = row.getEnded().orElse(null);
            int next = row.getSettled().isEmpty()
                    ? row.getOpened()
                    : ended == null ? day + 1 : ended + Math.max(policy.coolDownDays(), REFRESHED_DAYS) + 1;
            due = due == null ? next : Math.min(due, next);
        }
        return due == null ? null : Math.max(due, day + 1);
    }

    List<String> slots() {
        return rows.isEmpty()
                ? List.of()
                : rows.keySet().stream().map(Slot::key).toList();
    }

    @Nullable
    String episode() {
        return episode;
    }

    int episodeDay() {
        return episodeDay;
    }

    private @Nullable Alert shown(Slot slot) {
        TrackedAlert row = rows.get(slot);
        return row == null ? null : row.getShown().orElse(null);
    }

    /** A provisional value that no closing has confirmed yet. */
    private static boolean unconfirmed(Alert shown) {
        return shown.getProvisional() && shown.getVersion() == 1;
    }

    private TrackedAlert emptyRow(Slot slot) {
        AlertDraft track = Objects.requireNonNull(tracks.get(slot));
        AlertDraft blank = new AlertDraft(track.value, track.opened);
        return blank.state(null);
    }

    private TrackedAlert withShown(Slot slot, @Nullable Alert shown) {
        TrackedAlert row = rows.get(slot);
        TrackedAlert kept = row == null ? emptyRow(slot) : row;
        return AlertCopies.with(kept, shown, kept.getSettled().orElse(null));
    }

    private void put(Slot slot, TrackedAlert row) {
        rows.put(slot, row);
        table.put(pair.name() + '|' + slot.key(), row);
    }

    private void drop(Slot slot) {
        rows.remove(slot);
        table.delete(pair.name() + '|' + slot.key());
    }
}
