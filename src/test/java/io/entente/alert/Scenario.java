package io.entente.alert;

import io.entente.avro.Event;
import io.entente.avro.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A made-up feed of a few pairs with quiet times, bursts, severe events and reports of the same thing by several families. */
final class Scenario {
    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    static final int DAYS = 60;
    private static final String[][] PAIRS = {{"AAA", "BBB"}, {"CCC", "DDD"}, {"AAA", "DDD"}};
    private static final String[] OUTLETS = {"North", "South", "East"};
    private static final EventType[] HOSTILE = {
        EventType.ACCUSE, EventType.ASSAULT, EventType.SANCTION, EventType.THREATEN
    };
    private static final EventType[] FRIENDLY = {EventType.SUPPORT, EventType.AGREE, EventType.CONSULT, EventType.AID};

    private final Random random;
    private final List<Event> events = new ArrayList<>();

    private Scenario(long seed) {
        random = new Random(seed);
    }

    /** Its events in order of time. */
    static List<Event> events(long seed) {
        Scenario scenario = new Scenario(seed);
        for (int day = 0; day < DAYS; day++) {
            for (String[] pair : PAIRS) {
                scenario.day(day, pair);
            }
        }
        scenario.events.sort(Comparator.comparing(Event::getPublishedAt).thenComparing(Event::getId));
        return scenario.events;
    }

    /** The events in an order in which none comes more than the grace after a later one. */
    static List<Event> shuffled(List<Event> events, long seed) {
        Random random = new Random(seed);
        record Arrival(double at, Event event) {}
        double grace = Duration.ofHours(6).toMillis();
        return events.stream()
                .map(event -> new Arrival(event.getPublishedAt().toEpochMilli() + random.nextDouble() * grace, event))
                .sorted(Comparator.comparingDouble(Arrival::at))
                .map(Arrival::event)
                .toList();
    }

    private void day(int day, String[] pair) {
        boolean burst = day % 23 > 19 && random.nextInt(3) > 0;
        int stories = burst ? 2 + random.nextInt(6) : random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0;
        for (int story = 0; story < stories; story++) {
            story(day, pair, burst);
        }
    }

    private void story(int day, String[] pair, boolean burst) {
        Instant at = START.plus(Duration.ofMinutes(day * 1440L + random.nextInt(1440)));
        String article = pair[0] + pair[1] + at.toEpochMilli() + '-' + events.size();
        boolean forward = random.nextBoolean();
        boolean hostile = random.nextInt(10) < (burst ? 8 : day < 30 ? 6 : 3);
        EventType type = hostile ? HOSTILE[random.nextInt(HOSTILE.length)] : FRIENDLY[random.nextInt(FRIENDLY.length)];
        Told told = Told.article(article, at.toString())
                .by(OUTLETS[random.nextInt(OUTLETS.length)])
                .sentiment((hostile ? -1 : 1) * (0.2 + 0.7 * random.nextDouble()));
        if (type == EventType.ASSAULT && random.nextInt(4) == 0) {
            told.severe("force");
        }
        if (random.nextInt(3) == 0) {
            told.reportedBy(OUTLETS[random.nextInt(OUTLETS.length)], at.plus(Duration.ofHours(random.nextInt(40))));
        }
        String source = forward ? pair[0] : pair[1];
        String target = forward ? pair[1] : pair[0];
        events.add(told.event(source, type, target));
        if (type == EventType.AGREE || type == EventType.CONSULT) {
            events.add(told.event(target, type, source));
        }
    }
}
