package io.entente.relation;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.store.MemoryTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What must hold for every set of statements, in every order. */
class RelateProperties {
    private static final String[] WORDS = {
        "duties",
        "wire",
        "steel",
        "producers",
        "border",
        "mills",
        "evidence",
        "court",
        "shipment",
        "visas",
        "Hue",
        "Regina",
        "12",
        "Monday"
    };
    private static final String[] OUTLETS = {"North Wire", "Harbour Post", "Andes Ledger", "Sputnik", "RT"};
    private static final EventType[] TYPES = {EventType.ACCUSE, EventType.SANCTION, EventType.AGREE};
    private static final Status[] STATUSES = {Status.ASSERTED, Status.ASSERTED, Status.INTENDED, Status.REPORTED};
    private static final long GRACE = Duration.ofDays(3).toMillis();

    private final RelateSettings settings = RelateSettings.defaults();

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void anyOrderAndAnyRepetitionGiveTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        List<Statement> statements = statements(random, 60);
        Results expected = run(statements, random, false);

        List<Statement> shuffled = new ArrayList<>(statements);
        IntStream.range(0, 20).forEach(i -> shuffled.add(statements.get(random.nextInt(statements.size()))));
        Collections.shuffle(shuffled, random);
        same(run(shuffled, random, false), expected);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void lateArrivalWithinTheGraceAndRestartsGiveTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        List<Statement> statements = statements(random, 80);
        Results expected = run(statements, random, false);
        same(run(delayed(statements, random), random, true), expected);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void eventsAreThoseOfThePlainDefinition(@ForAll long seed) {
        Random random = new Random(seed);
        List<Statement> statements = statements(random, 60);
        Results results = run(statements, random, false);
        assertThat(new ReferenceClusters(settings).of(statements)).isEqualTo(membersByLeader(results));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void recountOfTheEventsEqualsTheRelations(@ForAll long seed) {
        Random random = new Random(seed);
        Results results = run(delayed(statements(random, 80), random), random, true);
        Results recount = new Results();
        Windows windows = new Windows(settings, (pair, from, to) -> List.of());
        results.events
                .values()
                .forEach(event -> windows.apply(
                        List.of(new EventChange(event.getPair(), event.getId(), event.getPublishedAt(), event))));
        windows.changed().forEach(window -> {
            if (window.granularity() == io.entente.avro.Granularity.HOUR) {
                recount.hourly(window.key(), window.last());
            } else {
                recount.daily(window.key(), window.last());
            }
        });
        assertThat(results.hourly).isEqualTo(recount.hourly);
        assertThat(results.daily).isEqualTo(recount.daily);
        assertThat(recount.daily.values().stream()
                        .mapToInt(w -> w.getForward().getEvents()
                                + w.getBackward().getEvents()
                                + w.getForward().getReported()
                                + w.getBackward().getReported())
                        .sum())
                .isEqualTo(results.events.values().stream()
                        .mapToInt(event -> event.getMutual() ? 2 : 1)
                        .sum());
    }

    private static void same(Results actual, Results expected) {
        assertThat(actual.events).isEqualTo(expected.events);
        assertThat(actual.hourly).isEqualTo(expected.hourly);
        assertThat(actual.daily).isEqualTo(expected.daily);
    }

    /** Runs RELATE; {@code live}: with a watermark that follows, and a restart now and then. */
    private Results run(List<Statement> statements, Random random, boolean live) {
        RelateSettings small = new RelateSettings(
                settings.grace(),
                settings.joinWindow(),
                settings.copyBound(),
                settings.reportBound(),
                settings.restateBound(),
                settings.minConfidence(),
                live ? 60 : 10_000,
                live ? 6 : 1_000,
                settings.families());
        MemoryTables tables = new MemoryTables();
        Results results = new Results();
        Relate relate = new Relate(small, tables);
        Instant watermark = null;
        for (Statement statement : statements) {
            if (live && random.nextInt(20) == 0) {
                relate.publish(results);
                relate = new Relate(small, tables);
            }
            StatementFate outcome = results.takeOnly(relate, statement, watermark);
            assertThat(outcome).isNotEqualTo(StatementFate.LATE);
            if (live && (watermark == null || statement.getPublishedAt().isAfter(watermark))) {
                watermark = statement.getPublishedAt();
                relate.advance(watermark, results);
            }
            if (live && random.nextInt(10) == 0) {
                relate.publish(results);
            }
        }
        relate.publish(results);
        return results;
    }

    private static List<Statement> delayed(List<Statement> statements, Random random) {
        Map<Statement, Long> arrival = new HashMap<>();
        statements.forEach(
                s -> arrival.put(s, s.getPublishedAt().toEpochMilli() + (long) (random.nextDouble() * GRACE)));
        return statements.stream().sorted(Comparator.comparing(arrival::get)).toList();
    }

    private static TreeMap<String, List<String>> membersByLeader(Results results) {
        TreeMap<String, List<String>> members = new TreeMap<>();
        for (Event event : results.events.values()) {
            members.put(
                    event.getStatementId(),
                    event.getMembers().stream().map(m -> m.getStatementId()).toList());
        }
        return members;
    }

    /** Statements whose words overlap in all degrees, some of them headlines, over nine days. */
    static List<Statement> statements(Random random, int articles) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            Instant time = Sample.START.plusSeconds(random.nextInt(9 * 24) * 3600L);
            String title = sentence(random);
            String last = title;
            for (int n = random.nextInt(3); n >= 0; n--) {
                boolean headline = random.nextInt(5) == 0;
                String sentence = headline ? title : random.nextInt(3) == 0 ? last : sentence(random);
                last = sentence;
                boolean reverse = random.nextInt(4) == 0;
                EventType type = TYPES[random.nextInt(TYPES.length)];
                Status status = STATUSES[random.nextInt(STATUSES.length)];
                String id = "a" + i + type + reverse + status + sentence.hashCode();
                if (statements.stream().noneMatch(s -> s.getId().equals(id))) {
                    statements.add(Sample.statement("a" + i, OUTLETS[random.nextInt(OUTLETS.length)], sentence)
                            .setId(id)
                            .setTitle(title)
                            .setBegin(headline ? 0 : 40 + n)
                            .setTriggerBegin(headline ? 8 : 48 + n)
                            .setSevereClass(type == EventType.SANCTION && random.nextBoolean() ? "ties" : null)
                            .setPublishedAt(time)
                            .setEvent(type)
                            .setSource(reverse ? "CAN" : "VNM")
                            .setTarget(reverse ? "VNM" : "CAN")
                            .setQuad(QuadClass.values()[random.nextInt(5)])
                            .setStatus(status)
                            .setSentiment(random.nextDouble() * 2 - 1)
                            .setIntensity(random.nextInt(21) - 10)
                            .setWatermark(random.nextInt(5) == 0 ? null : time.plusSeconds(random.nextInt(9999)))
                            .build());
                }
            }
        }
        statements.sort(Comparator.comparing(Statement::getPublishedAt).thenComparing(Statement::getId));
        return statements;
    }

    private static String sentence(Random random) {
        StringBuilder sentence = new StringBuilder("Vietnam criticised Canada over");
        int words = 3 + random.nextInt(5);
        for (int i = 0; i < words; i++) {
            sentence.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return sentence.append('.').toString();
    }
}
