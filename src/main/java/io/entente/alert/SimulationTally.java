package io.entente.alert;

import io.entente.alert.Simulation.Rival;
import io.entente.avro.AlertKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Counts of a simulation, of one pair or of several. */
final class SimulationTally {
    private final Map<AlertKind, Integer> kinds = new EnumMap<>(AlertKind.class);
    private final Map<AlertKind, Integer> opened = new EnumMap<>(AlertKind.class);
    private int found;
    private int delays;
    private int unlikely;
    private final int[][] rivalOnsets = new int[Rival.values().length][Rival.THRESHOLDS];
    private final int[][] rivalFound = new int[Rival.values().length][Rival.THRESHOLDS];
    private final int[][] rivalDelays = new int[Rival.values().length][Rival.THRESHOLDS];

    void falseAlert(AlertKind kind) {
        kinds.merge(kind, 1, Integer::sum);
    }

    void found(int delay) {
        found++;
        delays += delay;
    }

    /** An alert on a disturbed direction has opened, be it the first or not. */
    void opened(AlertKind kind) {
        opened.merge(kind, 1, Integer::sum);
    }

    int opened(Set<AlertKind> which) {
        return which.stream().mapToInt(kind -> opened.getOrDefault(kind, 0)).sum();
    }

    void unlikelyDay() {
        unlikely++;
    }

    void rivalOnset(Rival rival, int threshold) {
        rivalOnsets[rival.ordinal()][threshold]++;
    }

    void rivalFound(Rival rival, int threshold, int delay) {
        rivalFound[rival.ordinal()][threshold]++;
        rivalDelays[rival.ordinal()][threshold] += delay;
    }

    Map<AlertKind, Integer> kinds() {
        return kinds;
    }

    double onsets() {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    double found() {
        return found;
    }

    double delay() {
        return found == 0 ? Double.NaN : (double) delays / found;
    }

    double unlikely() {
        return unlikely;
    }

    int rivalOnsets(Rival rival, int threshold) {
        return rivalOnsets[rival.ordinal()][threshold];
    }

    int rivalFound(Rival rival, int threshold) {
        return rivalFound[rival.ordinal()][threshold];
    }

    double rivalDelay(Rival rival, int threshold) {
        int n = rivalFound(rival, threshold);
        return n == 0 ? Double.NaN : (double) rivalDelays[rival.ordinal()][threshold] / n;
    }

    SimulationTally plus(SimulationTally other) {
        SimulationTally sum = new SimulationTally();
        for (SimulationTally each : new SimulationTally[] {this, other}) {
            each.kinds.forEach((kind, count) -> sum.kinds.merge(kind, count, Integer::sum));
            each.opened.forEach((kind, count) -> sum.opened.merge(kind, count, Integer::sum));
            sum.found += each.found;
            sum.delays += each.delays;
            sum.unlikely += each.unlikely;
            add(sum.rivalOnsets, each.rivalOnsets);
            add(sum.rivalFound, each.rivalFound);
            add(sum.rivalDelays, each.rivalDelays);
        }
        return sum;
    }

    private static void add(int[][] sum, int[][] more) {
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum[i].length; j++) {
                sum[i][j] += more[i][j];
            }
        }
    }
}
