package io.entente.relation;

import io.entente.avro.Event;
import io.entente.avro.EventType;
import io.entente.avro.QuadClass;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.avro.state.ReportedArticle;
import io.entente.relation.row.StatementRows;
import io.entente.store.MemoryTables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a statement costs RELATE's core with many pairs ({@code -Dpairs=}), of which few are busy and most are quiet, over {@code -Ddays=}, with a
 * tick an hour of event time; two in five are copies. And the bytes of the rows that it then keeps.
 *
 * <pre>
 * java -Xmx2g -Dpairs=2000 -Ddays=30 -Dstatements=40000 -Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.entente.avro,io.entente.avro.state \
 *     -cp 'target/dist/lib/*' src/bench/java/io/entente/relation/ManyStatements.java
 * </pre>
 */
public final class ManyStatements {
    private static final int PAIRS = Integer.getInteger("pairs", 2_000);
    private static final int DAYS = Integer.getInteger("days", 30);
    private static final int STATEMENTS = Integer.getInteger("statements", 40_000);
    private static final long HOUR = 3_600_000;
    private static final int WORDS = 3_000;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final EventType[] TYPES = EventType.values();
    /** CPU time, since other work may share the cores. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Random random = new Random(11);
    private final MemoryTables tables = new MemoryTables();
    private final Relate core = new Relate(RelateSettings.defaults(), tables);
    private final Map<Integer, Statement> last = new HashMap<>();

    private final Relate.Output out = new Relate.Output() {
        @Override
        public void event(String key, @Nullable Event event) {}

        @Override
        public void hourly(String key, @Nullable RelationWindow window) {}

        @Override
        public void daily(String key, @Nullable RelationWindow window) {}
    };

    public static void main(String[] args) throws Exception {
        new ManyStatements().run();
    }

    private void run() throws RefusedStatement, IOException {
        Instant watermark = START;
        long begin = 0;
        for (int i = 0; i < STATEMENTS; i++) {
            if (i == STATEMENTS / 2) {
                begin = THREADS.getCurrentThreadCpuTime();
            }
            Instant at = START.plusMillis((long) ((double) i / STATEMENTS * DAYS * 24 * HOUR));
            Statement statement = statement(i, at);
            core.statement(statement.getSource() + '-' + statement.getTarget(), statement, watermark);
            if (i % 100 == 0) {
                core.publish(out);
            }
            if (at.toEpochMilli() / HOUR > watermark.toEpochMilli() / HOUR) {
                watermark = at;
                core.publish(out);
                core.advance(watermark, out);
            }
        }
        double micros = (THREADS.getCurrentThreadCpuTime() - begin) / 1e3 / (STATEMENTS / 2.0);
        List<ReportedArticle> rows = new ArrayList<>();
        long[] bytes = new long[1];
        tables.table(StatementRows.TABLE).scan("", "~", (key, row) -> {
            bytes[0] += key.length();
            rows.add(row);
        });
        for (ReportedArticle row : rows) {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(stream, null);
            new SpecificDatumWriter<>(ReportedArticle.class).write(row, encoder);
            encoder.flush();
            bytes[0] += stream.size();
        }
        System.out.printf(
                "%,d pairs, %,d days: %.0f µs a statement in the second half; %,d rows of %,d bytes%n",
                PAIRS, DAYS, micros, rows.size(), rows.isEmpty() ? 0 : bytes[0] / rows.size());
    }

    private Statement statement(int number, Instant at) {
        int pair = (int) (Math.pow(PAIRS, random.nextDouble()) - 1);
        Statement before = last.get(pair);
        boolean copy = before != null && random.nextInt(5) < 2;
        String sentence = copy ? before.getSentence() : sentence();
        Statement statement = Statement.newBuilder()
                .setId("statement-" + number)
                .setArticleId("article-" + number)
                .setOutlet("Outlet " + random.nextInt(260))
                .setTitle("A headline of ordinary length for an article")
                .setPublishedAt(at)
                .setSource("A" + pair / 150)
                .setTarget("B" + pair % 150)
                .setEvent(copy ? before.getEvent() : TYPES[random.nextInt(TYPES.length)])
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
                .setWatermark(at)
                .build();
        last.put(pair, statement);
        return statement;
    }

    private String sentence() {
        StringBuilder sentence = new StringBuilder("The ministry on Monday accused the other side of");
        for (int i = 0; i < 12; i++) {
            sentence.append(" word").append(random.nextInt(WORDS));
        }
        return sentence.append('.').toString();
    }
}
