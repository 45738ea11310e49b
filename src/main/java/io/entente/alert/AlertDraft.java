package io.entente.alert;

import io.entente.avro.Alert;
import io.entente.avro.state.SeverePoint;
import io.entente.avro.state.SevereRate;
import io.entente.avro.state.TrackedAlert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An alert on its way from opening to its end: a working copy of {@link TrackedAlert}. */
final class AlertDraft {
    /** Its value with what is known so far. */
    Alert value;
    /** Its value at the last closing; null while none has confirmed it. */
    @Nullable
    Alert settled;

    /** Its value as it was published before; null while it is new. */
    final @Nullable Alert published;

    final int opened;

    @Nullable
    Integer ended;

    int renewed;
    boolean byCount;
    boolean byTone;
    int calmDays;
    int calmNeeded;
    double stories;
    double exposure;
    double toneWeight;
    double toneSum;
    List<SevereRate> rates = List.of();
    List<SeverePoint> severe = List.of();

    /** A new one. */
    AlertDraft(Alert value, int opened) {
        this.value = value;
        this.settled = null;
        this.published = null;
        this.opened = opened;
        this.renewed = opened;
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
        this.calmDays = state.getCalmDays();
        this.calmNeeded = state.getCalmNeeded();
        this.stories = state.getStories();
        this.exposure = state.getExposure();
        this.toneWeight = state.getToneWeight();
        this.toneSum = state.getToneSum();
        this.rates = state.getRates();
        this.severe = state.getSevere();
    }

    boolean isOpen() {
        return ended == null;
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
                calmDays,
                calmNeeded,
                stories,
                exposure,
                toneWeight,
                toneSum,
                rates,
                severe);
    }
}
