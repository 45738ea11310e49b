package io.entente.relation;

import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.store.MemoryTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What a statement of a very busy pair costs RELATE: 5,000 statements a day for ten days, two thirds of them copies or reports of an earlier one, one in
 * twenty up to two days late.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -Xmx1g -Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.entente.avro,io.entente.avro.state \
 *     -cp 'target/dist/lib/*' src/bench/java/io/entente/relation/HotPair.java [types: 1 or more]
 * </pre>
 */
public final class HotPair {
    private static final int A_DAY = 5_000;
    private static final int DAYS = 10;
    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
    private static final EventType[] TYPES = EventType.values();

    private final Random random = new Random(7);
    private final int types;
    private final List<Statement> recent = new ArrayList<>();

    private HotPair(int types) {
        this.types = types;
    }

    private record Arrival(long time, Statement statement) {}

    public static void main(String[] args) throws RefusedStatement {
        new HotPair(args.length == 0 ? 1 : Integer.parseInt(args[0])).run();
    }

    private void run() throws RefusedStatement {
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < A_DAY * DAYS; i++) {
            Statement statement = statement(i);
            long late = random.nextInt(20) == 0 ? random.nextInt(2 * 86_400_000) : 0;
            arrivals.add(new Arrival(statement.getPublishedAt().toEpochMilli() + late, statement));
        }
        recent.clear();
        arrivals.sort(Comparator.comparingLong(Arrival::time));
        Relate relate = new Relate(RelateSettings.defaults(), new MemoryTables());
        Counter counter = new Counter();
        long[] nanos = new long[arrivals.size()];
        Instant watermark = START;
        for (int i = 0; i < nanos.length; i++) {
            Statement statement = arrivals.get(i).statement();
            long begin = System.nanoTime();
            relate.statement("CHN-USA", statement, watermark);
            relate.publish(counter);
            if (statement.getPublishedAt().isAfter(watermark)) {
                watermark = statement.getPublishedAt();
                relate.advance(watermark, counter);
            }
            nanos[i] = System.nanoTime() - begin;
        }
        arrivals.clear();
        long with = used();
        relate.advance(watermark, counter); // alive up to here
        relate = null;
        report(nanos, with - used(), counter);
    }

    private void report(long[] nanos, long bytes, Counter counter) {
        long[] steady = Arrays.copyOfRange(nanos, A_DAY * 6, nanos.length);
        Arrays.sort(steady);
        System.out.printf(
                "%d type(s): %,d statements; from day 7 on: mean %.3f ms, median %.3f, 99 %% %.3f, 99.9 %% %.3f, largest %.1f; state %,d MB; published %,d events, %,d withdrawn%n",
                types,
                nanos.length,
                Arrays.stream(steady).average().orElse(0) / 1e6,
                steady[steady.length / 2] / 1e6,
                steady[steady.length * 99 / 100] / 1e6,
                steady[(int) (steady.length * 0.999)] / 1e6,
                steady[steady.length - 1] / 1e6,
                bytes >> 20,
                counter.upserts,
                counter.withdrawn);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Statement statement(int i) {
        Instant time = START.plusMillis(i * 86_400_000L / A_DAY);
        boolean fresh = recent.isEmpty() || random.nextInt(3) == 0;
        Statement like = fresh ? null : recent.get(recent.size() - 1 - random.nextInt(Math.min(recent.size(), A_DAY)));
        String sentence =
                like == null ? sentence() : random.nextInt(3) == 0 ? like.getSentence() : edited(like.getSentence());
        Statement statement = Statement.newBuilder()
                .setId("statement-" + i)
                .setArticleId("article-" + i)
                .setOutlet("Outlet " + random.nextInt(400))
                .setUrl("https://outlet.example/" + i + "/a-title-of-ordinary-length-for-an-address")
                .setTitle("A headline of ordinary length for an article")
                .setPublishedAt(time)
                .setSource("USA")
                .setSourceText("Washington")
                .setTarget("CHN")
                .setTargetText("China")
                .setEvent(TYPES[
                        like == null ? random.nextInt(types) : like.getEvent().ordinal()])
                .setQuad(QuadClass.VERBAL_CONFLICT)
                .setSign(-1)
                .setSentiment(-0.4)
                .setIntensity(-2)
                .setStatus(Status.ASSERTED)
                .setSentence(sentence)
                .setBegin(0)
                .setEnd(sentence.length())
                .setTrigger("accused")
                .setRule("bench")
                .setConfidence(0.8)
                .setWatermark(time)
                .build();
        recent.add(statement);
        return statement;
    }

    private String sentence() {
        StringBuilder sentence = new StringBuilder("Washington on Monday accused China of");
        for (int i = 0; i < 16; i++) {
            sentence.append(' ').append(word());
        }
        return sentence.append('.').toString();
    }

    /** A word of a vocabulary in which few are frequent, as in English. */
    private String word() {
        int rank = (int) Math.exp(random.nextDouble() * Math.log(4_000));
        return (rank % 9 == 0 ? "N" : "w") + Integer.toString(rank * 7919, 26).replaceAll("[0-9]", "e") + "a";
    }

    private String edited(String sentence) {
        String[] words = sentence.split(" ");
        int edits = 1 + random.nextInt(8);
        for (int i = 0; i < edits; i++) {
            words[5 + random.nextInt(words.length - 5)] = word();
        }
        return String.join(" ", words);
    }

    private static final class Counter implements Relate.Output {
        private long upserts;
        private long withdrawn;

        @Override
        public void event(String key, Event event) {
            upserts += event == null ? 0 : 1;
            withdrawn += event == null ? 1 : 0;
        }

        @Override
        public void hourly(String key, @Nullable RelationWindow window) {}

        @Override
        public void daily(String key, @Nullable RelationWindow window) {}
    }
}
