package io.entente.serve;

import io.entente.actor.Gazetteer;
import io.entente.avro.DirectionTotals;
import io.entente.avro.Granularity;
import io.entente.avro.RelationWindow;
import io.entente.registry.AvroTrust;
import io.entente.serve.model.ReadModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How soon the world is on the screen of a real Chromium, with many pairs of 90 days in the read model. Arguments: pairs, folder. With the test classes and dependencies
 * on the class path:
 *
 * <pre>java -Xmx512m -cp target/classes:target/test-classes:target/bench-classes:… io.entente.serve.FirstPaint 20000 FOLDER</pre>
 */
public final class FirstPaint {
    private static final Instant END = Instant.parse("2024-04-09T00:00:00Z");
    private static final int DAYS = 90;

    private FirstPaint() {}

    public static void main(String[] args) throws Exception {
        AvroTrust.allowGeneratedRecords();
        Path folder = Files.createTempDirectory(Path.of(args[1]), "first-paint");
        try (DashboardFixture served = new DashboardFixture(folder)) {
            served.feed(Screenshots.sampleFeed());
            fill(served.model(), Integer.parseInt(args[0]));
            System.out.println(served.model().pairCount() + " pairs");
            for (boolean fresh : new boolean[] {true, false, false, false, true, true}) {
                if (fresh) {
                    // A window anew: every summary is added up again.
                    put(served.model(), "ECU-PER", END.minus(Duration.ofDays(DAYS)), new Random(1));
                }
                try (Browser browser = Browser.start(served.url())) {
                    show(browser, fresh ? "as a window has just changed" : "as nothing has changed");
                }
            }
        }
    }

    private static void show(Browser browser, String when) {
        browser.open("");
        browser.find(".arcs path");
        browser.js(
                "window.seen = []; new PerformanceObserver(list => window.seen.push(...list.getEntries())).observe({type: 'largest-contentful-paint', buffered: true})");
        browser.await("window.seen.length > 0");
        System.out.printf(
                "first paint %.0f ms, largest %.0f ms, last answer %.0f ms, %s%n",
                number(browser, "performance.getEntriesByName('first-contentful-paint')[0].startTime"),
                number(browser, "Math.max(...window.seen.map(entry => entry.startTime))"),
                number(
                        browser,
                        "Math.max(...performance.getEntriesByType('resource').map(entry => entry.responseEnd))"),
                when);
    }

    private static double number(Browser browser, String script) {
        return ((Number) browser.js("return " + script)).doubleValue();
    }

    private static void fill(ReadModel model, int pairs) {
        List<String> codes = List.copyOf(ActorLabels.of(Gazetteer.load()).codes());
        List<String> names = new ArrayList<>();
        for (int gap = 1; names.size() < pairs; gap++) {
            for (int i = 0; i + gap < codes.size() && names.size() < pairs; i++) {
                names.add(codes.get(i) + "-" + codes.get(i + gap));
            }
        }
        Random random = new Random(7);
        for (String pair : names) {
            for (int day = 1; day <= DAYS; day++) {
                put(model, pair, END.minus(Duration.ofDays(day)), random);
            }
        }
    }

    private static void put(ReadModel model, String pair, Instant start, Random random) {
        RelationWindow window = new RelationWindow(
                pair,
                Granularity.DAY,
                start,
                totals(random),
                totals(random),
                3,
                start.plusSeconds(60),
                start.plusSeconds(120),
                List.of(),
                0.0);
        model.window(Granularity.DAY, pair + "|" + start, window);
    }

    private static DirectionTotals totals(Random random) {
        int friendly = random.nextInt(3);
        int hostile = random.nextInt(3);
        long sum = (friendly - hostile) * 400_000L;
        return new DirectionTotals(
                friendly + hostile,
                friendly,
                0,
                hostile,
                0,
                0,
                0,
                sum,
                (friendly + hostile) * 200_000L,
                (friendly - hostile) * 3_000_000L,
                20_000_000L,
                friendly * 3_000_000L,
                hostile * 3_000_000L);
    }
}
