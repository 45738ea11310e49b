package io.entente.alert.baseline;

import io.entente.avro.state.TrackedAlert;

/** The count of an open alert: how many calm days it has had in a row, and the mean that may become normal. */
public final class FollowedCount {
    private int calmDays;
    private int calmNeeded;
    private double stories;
    private double exposure;

    public FollowedCount() {}

    public FollowedCount(TrackedAlert state) {
        this.calmDays = state.getCalmDays();
        this.calmNeeded = state.getCalmNeeded();
        this.stories = state.getStories();
        this.exposure = state.getExposure();
    }

    /**
     * Adds a day.
     *
     * @param factor how many stories the weekday usually has, relative to others
     */
    public void add(int count, double factor) {
        stories += count;
        exposure += factor;
    }

    /** Says how many calm days in a row end the alert. */
    public void need(int days) {
        calmNeeded = days;
    }

    public void judge(boolean calm) {
        calmDays = calm ? calmDays + 1 : 0;
    }

    public boolean isCalm() {
        return calmDays >= calmNeeded;
    }

    /** Mean stories a day since the alert opened. */
    public double mean() {
        return stories / exposure;
    }

    public int calmDays() {
        return calmDays;
    }

    public int calmNeeded() {
        return calmNeeded;
    }

    public double stories() {
        return stories;
    }

    public double exposure() {
        return exposure;
    }
}
