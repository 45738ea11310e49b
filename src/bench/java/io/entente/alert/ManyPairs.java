package io.entente.alert;

import io.entente.alert.policy.AlertPolicies;
import io.entente.avro.Alert;
import io.entente.avro.Event;
import io.entente.avro.EventReport;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.Status;
import io.entente.store.MemoryTables;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What an event costs ALERT's core with 20,000 pairs ({@code -Dpairs=}), of which few are busy and most are quiet, over half a year
 * ({@code -Ddays=}), with a tick an hour of event time; and the state of a pair in bytes.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -Xmx2g -Devents=1000000 -Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.entente.avro,io.entente.avro.state \
 *     -cp 'target/dist/lib/*' src/bench/java/io/entente/alert/ManyPairs.java
 * </pre>
 */
public final class ManyPairs {
    private static final int PAIRS = Integer.getInteger("pairs", 20_000);
    private static final int EVENTS = Integer.getInteger("events", 1_000_000);
    private static final int DAYS = Integer.getInteger("days", 180);
    private static final long HOUR = 3_600_000;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    /** CPU time, since other work may share the cores. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final EventType[] TYPES = EventType.values();

    private final Random random = new Random(11);
    private final MemoryTables tables = new MemoryTables();
    private final PairAlerts core = new PairAlerts(AlertPolicies.builtIn(), tables);
    private long alerts;

    public static void main(String[] args) throws IOException {
        new ManyPairs().run();
    }

    private final Output out = new Output() {
        @Override
        public void alert(String key, @Nullable Alert alert) {
            alerts++;
        }

        @Override
        public void article(String articleId, Instant publishedAt, boolean leads) {}
    };

    private void run() throws IOException {
        Instant watermark = START;
        long busy = 0;
        long firstHalf = 0;
        List<Event> batch = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            Instant at = START.plusMillis((long) ((double) i / EVENTS * DAYS * 24 * HOUR));
            batch.add(event(i, at));
            if (at.toEpochMilli() / HOUR > watermark.toEpochMilli() / HOUR) {
                watermark = at;
                long begin = THREADS.getCurrentThreadCpuTime();
                for (Event event : batch) {
                    core.event(event.getPair() + '|' + event.getId(), event, watermark, START, out);
                }
                core.advance(watermark, START, out);
                busy += THREADS.getCurrentThreadCpuTime() - begin;
                batch.clear();
            }
            if (i == EVENTS / 2) {
                firstHalf = busy;
            }
            if (i % 100_000 == 99_999) {
                System.err.printf("%,d events, %,.0f a second of CPU time%n", i + 1, (i + 1) / (busy / 1e9));
            }
        }
        System.out.printf(
                "%,d events of %,d pairs: %,.0f a second of CPU time from a cold start, %,.0f in the second half; %,d alert values%n",
                EVENTS, PAIRS, EVENTS / (busy / 1e9), EVENTS / 2 / ((busy - firstHalf) / 1e9), alerts);
        for (TableSpec<?> spec : PairAlerts.tables()) {
            size(spec);
        }
    }

    private <V extends SpecificRecord> void size(TableSpec<V> spec) throws IOException {
        Table<V> table = tables.table(spec);
        long[] total = new long[2];
        List<V> rows = new ArrayList<>();
        table.scan("", "~", (key, value) -> {
            total[1] += key.length();
            rows.add(value);
        });
        for (V row : rows) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<V>(row.getSchema()).write(row, encoder);
            encoder.flush();
            total[0] += bytes.size();
        }
        System.out.printf(
                "%-16s %,9d rows, %,6d bytes a row, %,6d bytes a pair%n",
                spec.name(), rows.size(), rows.isEmpty() ? 0 : total[0] / rows.size(), (total[0] + total[1]) / PAIRS);
    }

    private Event event(int number, Instant at) {
        // Zipf: a few pairs have most of the news.
        int pair = (int) (Math.pow(PAIRS, random.nextDouble()) - 1);
        boolean forward = random.nextBoolean();
        String first = "A" + pair / 150;
        String second = "B" + pair % 150;
        EventType type = TYPES[random.nextInt(TYPES.length)];
        boolean hostile = type.ordinal() > EventType.REQUEST.ordinal() && type != EventType.STATEMENT;
        double sentiment = hostile ? -0.4 : 0.3;
        String outlet = "Outlet " + random.nextInt(40);
        EventReport lead = EventReport.newBuilder()
                .setStatementId("s" + number)
                .setArticleId("a" + number / 2)
                .setOutlet(outlet)
                .setFamily(outlet)
                .setPublishedAt(at)
                .setCopy(false)
                .setSentiment(sentiment)
                .setIntensity(10 * sentiment)
                .build();
        return Event.newBuilder()
                .setId("e" + number)
                .setPair(first + '-' + second)
                .setSource(forward ? first : second)
                .setTarget(forward ? second : first)
                .setEvent(type)
                .setQuad(QuadClass.NEUTRAL)
                .setSign(hostile ? -1 : 1)
                .setSentiment(sentiment)
                .setIntensity(10 * sentiment)
                .setStatus(Status.ASSERTED)
                .setSevereClass(type == EventType.ASSAULT && random.nextInt(5) == 0 ? "force" : null)
                .setPublishedAt(at)
                .setLastReportedAt(at)
                .setStatementId("s" + number)
                .setArticleId("a" + number / 2)
                .setOutlet(outlet)
                .setSentence("A sentence of the usual length that says what one side has done to the other side.")
                .setTrigger("has done")
                .setRule("bench")
                .setConfidence(0.8)
                .setReports(1)
                .setCopies(0)
                .setFamilies(List.of(outlet))
                .setMembers(List.of(lead))
                .setFirstWatermark(at)
                .setWatermark(at)
                .build();
    }
}
