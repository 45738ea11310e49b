package io.entente.alert;

import io.entente.avro.state.TrackedAlert;

/** The count of an open alert: how many calm days it has had in a row, and the mean that may become normal. */
final class FollowedCount {
    private int calmDays;
    private int calmNeeded;
    private double stories;
    private double exposure;

    FollowedCount() {}

    FollowedCount(TrackedAlert state) {
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
    void add(int count, double factor) {
        stories += count;
        exposure += factor;
    }

    /** Says how many calm days in a row end the alert. */
    void need(int days) {
        calmNeeded = days;
    }

    void judge(boolean calm) {
        calmDays = calm ? calmDays + 1 : 0;
    }

    boolean isCalm() {
        return calmDays >= calmNeeded;
    }

    /** Mean stories a day since the alert opened. */
    double mean() {
        return stories / exposure;
    }

    int calmDays() {
        return calmDays;
    }

    int calmNeeded() {
        return calmNeeded;
    }

    double stories() {
        return stories;
    }

    double exposure() {
        return exposure;
    }
}
