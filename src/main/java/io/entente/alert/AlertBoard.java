package io.entente.alert;

import io.entente.alert.day.AlertCopies;
import io.entente.alert.day.EpochDays;
import io.entente.alert.day.PairName;
import io.entente.alert.policy.AlertPolicy;
import io.entente.avro.Alert;
import io.entente.avro.AlertEvidence;
import io.entente.avro.AlertKind;
import io.entente.avro.state.TrackedAlert;
import io.entente.store.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The alerts of one pair, at most one in a {@link Slot}: detectors report, a closing settles what they said, then what differs is published. */
final class AlertBoard {
    /** Later reports can join an event for so many days: as long, an ended alert still takes them. */
    private static final int REFRESHED_DAYS = 4;

    private final AlertPolicy policy;
    private final AlertWriter writer;
    private final PairName pair;
    private final AlertRows rows;
    private final Map<Slot, AlertDraft> tracks = new TreeMap<>(AlertRows.ORDER);
    private @Nullable String episode;
    private int episodeDay;

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
        this.rows = new AlertRows(pair, table, slots);
        this.episode = episode;
        this.episodeDay = episodeDay;
        rows.each((slot, row) -> row.getSettled().ifPresent(settled -> tracks.put(slot, new AlertDraft(row, settled))));
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
        Map<Slot, AlertDraft> open = new TreeMap<>(AlertRows.ORDER);
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
            if (before != null && before.hasEndedWithin(policy.coolDownDays(), day)) {
                return null;
            }
            track = new AlertDraft(writer.opened(pair, finding, day, at, episodeOn(day)), day);
            tracks.put(slot, track);
            track.update(track.value(), finding, day);
        } else {
            track.update(writer.updated(track.value(), finding, day, at), finding, day);
        }
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
            track.end(writer.ended(track.value(), day, resolution), day);
        }
    }

    /** Makes what has been reported for {@code day} final, and forgets alerts that have cooled down. */
    void settle(int day) {
        if (tracks.isEmpty() && rows.isEmpty()) {
            return;
        }
        if (!open().isEmpty() || tracks.values().stream().anyMatch(track -> track.hasEndedOn(day))) {
            episodeDay = day;
        }
        tracks.values().forEach(AlertDraft::settle);
        tracks.values().removeIf(track -> track.hasEndedBefore(keptDays(), day));
        save();
    }

    private void save() {
        rows.each((slot, row) -> {
            if (!tracks.containsKey(slot) && row.getSettled().isPresent()) {
                Alert shown = row.getShown().filter(AlertRows::isUnconfirmed).orElse(null);
                if (shown == null) {
                    rows.drop(slot);
                } else {
                    rows.put(slot, new AlertDraft(shown, EpochDays.of(shown.getOpenedAt())).state(shown));
                }
            }
        });
        tracks.forEach((slot, track) -> rows.put(slot, track.state(rows.shown(slot))));
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
        Set<Slot> all = new TreeSet<>(AlertRows.ORDER);
        all.addAll(rows.slots());
        all.addAll(tracks.keySet());
        for (Slot slot : all) {
            AlertDraft track = tracks.get(slot);
            if (track != null) {
                publishEnd(slot, track, out);
            }
            Alert shown = rows.shown(slot);
            if (shown != null && AlertRows.isUnconfirmed(shown) && AlertRows.hasLapsed(shown, track, closed)) {
                out.accept(writer.withdrawn(shown));
                withdrawn++;
                shown = null;
                if (track == null) {
                    rows.drop(slot);
                    continue;
                }
                shown = track.published();
                putShown(slot, shown);
            }
            if (track != null) {
                publish(slot, track, shown, out);
            }
        }
        return withdrawn;
    }

    /** What has ended is published before the next alert takes its place. */
    private void publishEnd(Slot slot, AlertDraft next, Consumer<Alert> out) {
        Alert shown = rows.shown(slot);
        TrackedAlert row = rows.get(slot);
        Alert ended = row == null ? null : row.getSettled().orElse(null);
        if (shown != null
                && ended != null
                && ended.getId().equals(shown.getId())
                && !ended.getId().equals(next.value().getId())
                && !ended.equals(shown)) {
            out.accept(ended);
            putShown(slot, ended);
        }
    }

    private void publish(Slot slot, AlertDraft track, @Nullable Alert shown, Consumer<Alert> out) {
        Alert value = track.value();
        Alert settled = track.settled();
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
        if (shown != null
                && sameAlert
                && (value.equals(shown) || (value.getProvisional() && !AlertRows.isNotable(value, shown)))) {
            return;
        }
        Alert published = value.getProvisional() ? AlertWriter.worded(value) : value;
        out.accept(published);
        putShown(slot, published);
    }

    /** Shows the latest version of an event, or leaves it out where it is gone, in the alerts that rest on it. */
    void refresh(String eventId, @Nullable AlertEvidence latest, Consumer<Alert> out) {
        rows.refresh(eventId, latest, out);
    }

    /** The first day after {@code day} on which an open or cooling alert must be looked at; null for none. */
    @Nullable
    Integer due(int day) {
        return rows.due(day, keptDays());
    }

    private int keptDays() {
        return Math.max(policy.coolDownDays(), REFRESHED_DAYS);
    }

    List<String> slots() {
        return rows.slots().stream().map(Slot::key).toList();
    }

    @Nullable
    String episode() {
        return episode;
    }

    int episodeDay() {
        return episodeDay;
    }

    private void putShown(Slot slot, @Nullable Alert shown) {
        TrackedAlert row = rows.get(slot);
        if (row == null) {
            AlertDraft track = Objects.requireNonNull(tracks.get(slot));
            row = new AlertDraft(track.value(), track.opened()).state(null);
        }
        rows.put(slot, AlertCopies.with(row, shown, row.getSettled().orElse(null)));
    }
}
