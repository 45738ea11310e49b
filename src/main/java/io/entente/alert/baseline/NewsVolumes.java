package io.entente.alert.baseline;

import io.entente.table.TsvTable;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each country is in the news, counted once from years of a feed of the whole world: {@code news-volumes.tsv}. ALERT follows one pair
 * at a time and cannot count this in the feed itself.
 */
public final class NewsVolumes {
    private static final double MOST = 1e9;

    private final Map<String, Double> stories = new HashMap<>();
    private final double all;

    private NewsVolumes() {
        TsvTable.resource(NewsVolumes.class, "news-volumes.tsv")
                .each(row -> stories.put(row.required(0, "a country"), row.number(1, MOST)));
        this.all = stories.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The built-in table. */
    public static NewsVolumes load() {
        return new NewsVolumes();
    }

    /** The share of all stories that would be about these two if countries met as chance has it; 0 where the table lacks one. */
    public double share(String one, String other) {
        return 2 * stories.getOrDefault(one, 0.0) / all * stories.getOrDefault(other, 0.0) / all;
    }
}
