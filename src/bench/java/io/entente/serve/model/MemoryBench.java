package io.entente.serve.model;

import io.entente.avro.DirectionTotals;
import io.entente.avro.Granularity;
import io.entente.avro.RelationWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Heap that the read model needs for many pairs with an event on each of 90 days and in a number of the hours of the last 14 days, and how long the overview of
 * all pairs takes. Run it with {@code -Xmx512m}. Arguments: pairs, hourly windows a pair (336 is every hour), folder.
 */
public final class MemoryBench {
    private static final Instant END = Instant.parse("2024-04-01T00:00:00Z");

    private MemoryBench() {}

    public static void main(String[] args) throws Exception {
        io.entente.registry.AvroTrust.allowGeneratedRecords();
        int pairs = Integer.parseInt(args[0]);
        int hours = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory(Path.of(args[2]), "read-model");
        List<String> names = names(pairs);
        try (ReadModel model = new ReadModel(folder, new ReadModel.Limits(Duration.ofDays(91), 1000, 1000))) {
            long begin = System.nanoTime();
            for (String pair : names) {
                for (int day = 1; day <= 90; day++) {
                    put(model, Granularity.DAY, pair, END.minus(Duration.ofDays(day)));
                }
                for (int hour = 1; hour <= hours; hour++) {
                    put(model, Granularity.HOUR, pair, END.minus(Duration.ofHours(hour)));
                }
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    "%d pairs, %d windows in %.0f s (%.0f a second); heap %d MB of %d MB%n",
                    model.pairCount(),
                    pairs * (90L + hours),
                    seconds,
                    pairs * (90L + hours) / seconds,
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                    runtime.maxMemory() >> 20);
            for (int days : new int[] {7, 30, 45, 7, 30, 45}) {
                long start = System.nanoTime();
                int found = model.pairs(model.lastDays(days, END)).size();
                System.out.printf(
                        "overview of %d days: %d pairs in %.1f ms%n", days, found, (System.nanoTime() - start) / 1e6);
                put(
                        model,
                        Granularity.DAY,
                        names.get(0),
                        END.minus(Duration.ofDays(1))); // so that the next one is computed anew
            }
        }
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; names.size() < count; i++) {
            names.add(code('A', i / 200) + "-" + code('N', i % 200));
        }
        return names;
    }

    private static String code(char first, int number) {
        return "" + first + (char) ('A' + number / 26) + (char) ('A' + number % 26);
    }

    private static void put(ReadModel model, Granularity granularity, String pair, Instant start) {
        DirectionTotals totals = new DirectionTotals(
                7, 2, 1, 3, 1, 0, 1, -1_234_567L, 2_345_678L, -9_876_543L, 45_678_901L, 5_000_000L, 14_876_543L);
        RelationWindow window = new RelationWindow(
                pair,
                granularity,
                start,
                totals,
                totals,
                3,
                start.plusSeconds(60),
                start.plusSeconds(120),
                List.of("54fbb2471f9b5e774afb", "c8a98edc55f244823313"),
                37.5);
        model.window(granularity, pair + "|" + start, window);
    }
}
