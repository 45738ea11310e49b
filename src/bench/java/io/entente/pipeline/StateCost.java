package io.entente.pipeline;

import io.entente.actor.Gazetteer;
import io.entente.alert.FeedAlerts;
import io.entente.alert.Output;
import io.entente.alert.PairAlerts;
import io.entente.alert.policy.AlertPolicies;
import io.entente.article.form.ArticleReader;
import io.entente.avro.Alert;
import io.entente.avro.Article;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Event;
import io.entente.avro.RelationWindow;
import io.entente.avro.Statement;
import io.entente.clock.FeedClock;
import io.entente.clock.LogEnd;
import io.entente.clock.PartitionClock;
import io.entente.clock.Tick;
import io.entente.coder.ArticleCoder;
import io.entente.coder.Coder;
import io.entente.config.Settings;
import io.entente.enrich.Enrich;
import io.entente.registry.AvroTrust;
import io.entente.relation.RefusedStatement;
import io.entente.relation.Relate;
import io.entente.store.MemoryTables;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the cores of RELATE and ALERT ask of their state, without a broker: accesses by table, and the bytes that a changelog takes
 * when rows are written every so many articles. The figures are the same on every machine. Run it with
 * {@code bin/bench state [news|year [ARTICLES [ARTICLES A COMMIT]]]}.
 */
public final class StateCost implements Relate.Output, Output {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** The last one counts: until then Java compiles. */
    private static final int ROUNDS = 3;

    private static final Instant NO_CLOCK = Instant.EPOCH;
    private static final Coder CODER = ArticleCoder.of(Gazetteer.load());

    private final CountingTables relateTables = new CountingTables();
    private final CountingTables alertTables = new CountingTables();
    private final FeedClock clock = new FeedClock(relateTables, FeedClock.table("relate-time"));
    private final Relate relate;
    private final PairAlerts alerts = new PairAlerts(AlertPolicies.builtIn(), alertTables);
    private final FeedAlerts feed = new FeedAlerts(AlertPolicies.builtIn(), new MemoryTables());
    private final Enrich enrich;
    private int articles;
    private int statements;
    private int events;
    private int windows;
    private int alertVersions;
    private long coding;
    private long relating;
    private long alerting;

    private StateCost() {
        Settings settings = Settings.load(Map.of(), Map.of(), null);
        relate = new Relate(settings.relate(), relateTables);
        PartitionClock partition =
                new PartitionClock(0, 1, settings.clock(), LogEnd.REACHED, new MemoryTables(), NO_CLOCK);
        enrich = new Enrich(CODER, settings.clock().future(), partition);
    }

    public static void main(String[] args) throws Exception {
        AvroTrust.allowGeneratedRecords();
        for (int round = 0; round < ROUNDS; round++) {
            StateCost cost = new StateCost();
            cost.run(Path.of(args[0]), Integer.parseInt(args[1]));
            if (round == ROUNDS - 1) {
                cost.print();
            }
        }
    }

    private void run(Path feedFile, int commit) throws Exception {
        try (InputStream in = Files.newInputStream(feedFile)) {
            for (Article article : new ArticleReader().readAll(feedFile.toString(), in)) {
                long begin = cpu();
                EnrichedArticle coded = enrich.code(article, Instant.now());
                coding += cpu() - begin;
                enrich.accept(coded, NO_CLOCK, following);
                if (++articles % commit == 0) {
                    commit();
                }
            }
        }
        commit();
    }

    private void print() {
        System.out.printf(
                "%,d articles: %.2f statements, %.2f versions of events, %.2f of windows, %.3f of alerts an article%n",
                articles, each(statements), each(events), each(windows), each(alertVersions));
        System.out.printf(
                "CPU an article: coder %.0f µs, RELATE's core %.0f µs, ALERT's core %.0f µs%n",
                each(coding) / 1e3, each(relating) / 1e3, each(alerting) / 1e3);
        relateTables.print("RELATE", articles, relating);
        alertTables.print("ALERT", articles, alerting);
    }

    private double each(long count) {
        return (double) count / articles;
    }

    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private void publish() {
        long begin = cpu() - alerting;
        relate.publish(this);
        relating += cpu() - alerting - begin;
    }

    private void commit() {
        publish();
        relateTables.commit();
        alertTables.commit();
    }

    private final Enrich.Output following = new Enrich.Output() {
        @Override
        public void enriched(EnrichedArticle article) {}

        @Override
        public void statement(String key, Statement statement) {
            statements++;
            long begin = cpu() - alerting;
            try {
                relate.statement(key, statement, clock.watermark());
            } catch (RefusedStatement e) {
                throw new IllegalStateException(e);
            }
            relating += cpu() - alerting - begin;
        }

        @Override
        public void tick(Tick tick) {
            publish();
            long begin = cpu();
            clock.accept(tick, NO_CLOCK);
            Instant watermark = clock.watermark();
            if (watermark != null) {
                relate.advance(watermark, StateCost.this);
                relating += cpu() - begin;
                begin = cpu();
                alerts.advance(watermark, clock.feedStart(), StateCost.this);
                alerting += cpu() - begin;
            }
        }
    };

    @Override
    public void event(String key, @Nullable Event event) {
        events++;
        long begin = cpu();
        alerts.event(key, event, clock.watermark(), clock.feedStart(), this);
        alerting += cpu() - begin;
    }

    @Override
    public void hourly(String key, @Nullable RelationWindow window) {
        windows++;
    }

    @Override
    public void daily(String key, @Nullable RelationWindow window) {
        windows++;
    }

    @Override
    public void alert(String key, @Nullable Alert alert) {
        alertVersions++;
    }

    @Override
    public void article(String articleId, Instant publishedAt, boolean leads) {
        feed.article(articleId, publishedAt, leads, this);
    }

    /** Tables in memory that count what is asked of them. */
    private static final class CountingTables implements Tables {
        private final MemoryTables tables = new MemoryTables();
        private final Map<String, CountingTable<?>> counting = new TreeMap<>();
        private long compressed;

        @Override
        @SuppressWarnings("unchecked") // a name stands for one type
        public <V extends SpecificRecord> Table<V> table(TableSpec<V> spec) {
            return (Table<V>)
                    counting.computeIfAbsent(spec.name(), name -> new CountingTable<>(tables.table(spec), spec));
        }

        void commit() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                for (CountingTable<?> table : counting.values()) {
                    table.commit(zip);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            compressed += bytes.size();
        }

        void print(String stage, int articles, long nanos) {
            System.out.printf(
                    "%n%-22s %7s %7s %7s %7s  %7s %7s %9s %9s%n",
                    stage + ", an article", "gets", "puts", "deletes", "scans", "written", "removed", "bytes", "a row");
            long[] all = new long[7];
            counting.forEach((name, table) -> {
                table.print(name, articles);
                for (int i = 0; i < all.length; i++) {
                    all[i] += table.counts[i];
                }
            });
            CountingTable.print("all", all, articles);
            long accesses = all[0] + all[1] + all[2] + all[3];
            System.out.printf(
                    "%.1f accesses an article, %.2f µs of CPU time each; %.0f bytes an article, %.0f in gzip%n",
                    (double) accesses / articles,
                    nanos / 1e3 / accesses,
                    (double) all[6] / articles,
                    (double) compressed / articles);
        }
    }

    private static final class CountingTable<V extends SpecificRecord> implements Table<V> {
        private static final int GETS = 0;
        private static final int PUTS = 1;
        private static final int DELETES = 2;
        private static final int SCANS = 3;
        private static final int WRITTEN = 4;
        private static final int REMOVED = 5;
        private static final int BYTES = 6;

        private final Table<V> table;
        private final String name;
        private final SpecificDatumWriter<V> writer;
        private final Map<String, Boolean> touched = new TreeMap<>(); // whether the row was there before
        private final long[] counts = new long[7];

        CountingTable(Table<V> table, TableSpec<V> spec) {
            this.table = table;
            this.name = spec.name();
            this.writer = new SpecificDatumWriter<>(spec.type());
        }

        @Override
        public @Nullable V get(String key) {
            counts[GETS]++;
            return table.get(key);
        }

        @Override
        public void put(String key, V value) {
            counts[PUTS]++;
            touched.putIfAbsent(key, table.get(key) != null);
            table.put(key, value);
        }

        @Override
        public void delete(String key) {
            counts[DELETES]++;
            touched.putIfAbsent(key, table.get(key) != null);
            table.delete(key);
        }

        @Override
        public void scan(String from, String to, BiConsumer<String, V> visitor) {
            counts[SCANS]++;
            table.scan(from, to, visitor);
        }

        void commit(GZIPOutputStream zip) throws IOException {
            for (Map.Entry<String, Boolean> row : touched.entrySet()) {
                V value = table.get(row.getKey());
                if (value == null && !row.getValue()) {
                    continue; // it has come and gone
                }
                byte[] key = (name + '/' + row.getKey()).getBytes(StandardCharsets.UTF_8);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.write(key);
                if (value != null) {
                    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
                    writer.write(value, encoder);
                    encoder.flush();
                }
                counts[value == null ? REMOVED : WRITTEN]++;
                counts[BYTES] += bytes.size();
                bytes.writeTo(zip);
            }
            touched.clear();
        }

        void print(String title, int articles) {
            print(title, counts, articles);
        }

        static void print(String title, long[] counts, int articles) {
            double n = articles;
            System.out.printf(
                    "%-22s %7.2f %7.2f %7.2f %7.2f  %7.2f %7.2f %9.1f %9.1f%n",
                    title,
                    counts[GETS] / n,
                    counts[PUTS] / n,
                    counts[DELETES] / n,
                    counts[SCANS] / n,
                    counts[WRITTEN] / n,
                    counts[REMOVED] / n,
                    counts[BYTES] / n,
                    (double) counts[BYTES] / Math.max(1, counts[WRITTEN] + counts[REMOVED]));
        }
    }
}
