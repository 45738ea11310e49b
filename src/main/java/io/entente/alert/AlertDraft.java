package io.entente.alert;

import io.entente.alert.baseline.FollowedCount;
import io.entente.alert.day.AlertCopies;
import io.entente.avro.Alert;
import io.entente.avro.state.SeverePoint;
import io.entente.avro.state.SevereRate;
import io.entente.avro.state.TrackedAlert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alert on its way from opening to its end: a working copy of {@link TrackedAlert}. */
final class AlertDraft {
    private final @Nullable Alert published;
    private final int opened;
    private final FollowedCount count;

    private Alert value;
    private @Nullable Alert settled;
    private @Nullable Integer ended;
    private int renewed;
    private boolean byCount;
    private boolean byTone;
    private double toneWeight;
    private double toneSum;
    private List<SevereRate> rates = List.of();
    private List<SeverePoint> severe = List.of();

    /** A new one. */
    AlertDraft(Alert value, int opened) {
        this.value = value;
        this.settled = null;
        this.published = null;
        this.opened = opened;
        this.renewed = opened;
        this.count = new FollowedCount();
    }

    /** The one that {@code state} holds, as it was at the last closing. */
    AlertDraft(TrackedAlert state, Alert settled) {
        this.value = settled;
        this.settled = settled;
        Alert shown = state.getShown().orElse(settled);
        this.published = shown.getId().equals(settled.getId()) ? shown : settled;
        this.opened = state.getOpened();
        this.ended = state.getEnded().orElse(null);
        this.renewed = state.getRenewed();
        this.byCount = state.getByCount();
        this.byTone = state.getByTone();
        this.count = new FollowedCount(state);
        this.toneWeight = state.getToneWeight();
        this.toneSum = state.getToneSum();
        this.rates = state.getRates();
        this.severe = state.getSevere();
    }

    /** Its value with what is known so far. */
    Alert value() {
        return value;
    }

    /** Its value at the last closing; null while none has confirmed it. */
    @Nullable
    Alert settled() {
        return settled;
    }

    /** Its value as it was published before; null while it is new. */
    @Nullable
    Alert published() {
        return published;
    }

    int opened() {
        return opened;
    }

    boolean isOpen() {
        return ended == null;
    }

    /** Whether it has ended, not more than {@code days} before {@code day}. */
    boolean hasEndedWithin(int days, int day) {
        return ended != null && day - ended <= days;
    }

    /** Whether it has ended, more than {@code days} before {@code day}. */
    boolean hasEndedBefore(int days, int day) {
        return ended != null && day - ended > days;
    }

    boolean hasEndedOn(int day) {
        return ended != null && ended == day;
    }

    /** How many days it has been open. */
    int age(int day) {
        return day - opened;
    }

    /** How many days nothing has renewed it. */
    int quietDays(int day) {
        return day - renewed;
    }

    List<SevereRate> rates() {
        return rates;
    }

    List<SeverePoint> severe() {
        return severe;
    }

    /** Its count, followed while it is open. */
    FollowedCount count() {
        return count;
    }

    /** Whether a count raised it. */
    boolean isByCount() {
        return byCount;
    }

    /** Whether a tone raised it. */
    boolean isByTone() {
        return byTone;
    }

    /** The mean tone while it has been open; null if no day had one. */
    @Nullable
    Double meanTone() {
        return toneWeight > 0 ? toneSum / toneWeight : null;
    }

    void addTone(double tone, double weight) {
        toneWeight += weight;
        toneSum += weight * tone;
    }

    /** Takes what was found on a day. */
    void update(Alert next, Finding finding, int day) {
        value = next;
        if (finding.severe() != null) {
            severe = finding.severe().points();
            rates = finding.severe().rates();
        }
        byCount |= finding.count() != null;
        byTone |= finding.tone() != null;
        renew(day);
    }

    /** Takes note that what it is about goes on. */
    void renew(int day) {
        renewed = day;
    }

    void end(Alert last, int day) {
        value = last;
        ended = day;
    }

    /** Confirms what was reported since the last closing, if anything was. */
    void settle() {
        if (settled != null && value.equals(settled)) {
            return;
        }
        Alert confirmed = AlertCopies.of(value).setProvisional(false).build();
        if (settled == null || !confirmed.equals(settled)) {
            int version = settled == null ? 1 : settled.getVersion() + 1;
            confirmed = AlertWriter.worded(
                    AlertCopies.of(confirmed).setVersion(version).build());
        }
        value = confirmed;
        settled = confirmed;
    }

    /** Its state as the closing leaves it; {@code shown} is the value published last. */
    TrackedAlert state(@Nullable Alert shown) {
        return new TrackedAlert(
                shown,
                settled,
                opened,
                ended,
                renewed,
                byCount,
                byTone,
                count.calmDays(),
                count.calmNeeded(),
                count.stories(),
                count.exposure(),
                toneWeight,
                toneSum,
                rates,
                severe,
                false);
    }
}
