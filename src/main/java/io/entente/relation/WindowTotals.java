package io.entente.relation;

import io.entente.avro.DirectionTotals;
import io.entente.avro.QuadClass;
import io.entente.avro.state.Contribution;
import java.util.EnumMap;
import java.util.Map;

/** Running totals of one direction in one window. Whole numbers throughout: what is taken out again leaves no trace. */
final class WindowTotals {
    private static final long MICRO = 1_000_000;

    private final Map<QuadClass, Integer> quads = new EnumMap<>(QuadClass.class);
    private int reported;
    private long sentiment;
    private long sentimentSquares;
    private long intensity;
    private long intensitySquares;
    private long cooperation;
    private long conflict;

    /** Adds a contribution ({@code times} 1) or takes it out again (-1). */
    void add(Contribution contribution, int times) {
        if (contribution.getQuad().isEmpty()) {
            reported += times;
            return;
        }
        quads.merge(QuadClass.valueOf(contribution.getQuad()), times, Integer::sum);
        sentiment += times * contribution.getSentiment();
        sentimentSquares += times * square(contribution.getSentiment());
        intensity += times * contribution.getIntensity();
        intensitySquares += times * square(contribution.getIntensity());
        cooperation += times * Math.max(0, contribution.getIntensity());
        conflict += times * Math.max(0, -contribution.getIntensity());
    }

    private static long square(long micros) {
        return Math.round((double) micros * micros / MICRO);
    }

    /** Whether it has neither events nor allegations. */
    boolean isEmpty() {
        return reported == 0 && quads.values().stream().allMatch(count -> count == 0);
    }

    private int count(QuadClass quad) {
        return quads.getOrDefault(quad, 0);
    }

    DirectionTotals write() {
        return DirectionTotals.newBuilder()
                .setEvents(quads.values().stream().mapToInt(Integer::intValue).sum())
                .setVerbalCooperation(count(QuadClass.VERBAL_COOPERATION))
                .setMaterialCooperation(count(QuadClass.MATERIAL_COOPERATION))
                .setVerbalConflict(count(QuadClass.VERBAL_CONFLICT))
                .setMaterialConflict(count(QuadClass.MATERIAL_CONFLICT))
                .setNeutral(count(QuadClass.NEUTRAL))
                .setReported(reported)
                .setSentimentSum(sentiment)
                .setSentimentSquares(sentimentSquares)
                .setIntensitySum(intensity)
                .setIntensitySquares(intensitySquares)
                .setCooperation(cooperation)
                .setConflict(conflict)
                .build();
    }
}
