package io.entente.eventdata;

import io.entente.actor.Gazetteer;
import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import io.entente.clock.ClockSettings;
import io.entente.clock.LogEnd;
import io.entente.clock.PartitionClock;
import io.entente.clock.Tick;
import io.entente.enrich.Enrich;
import io.entente.store.MemoryTables;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Event data in place of coded articles: each row is a report with one statement, and goes through ENRICH's clock as an article does, so that what follows
 * gets statements with watermarks, and ticks. Within a file, rows are put into the order of time; files must be in that order. For one thread.
 */
public final class EventImport {
    private final EventDataFormat format;
    private final RowStatements statements;
    private final Instant now;
    private final Instant latest;
    private final Enrich enrich;
    private final Enrich.Output out;
    private final Consumer<String> problems;
    private final RecentIds known = new RecentIds();
    private long lines;
    private long written;
    private long repeated;
    private long withoutPair;
    private long malformed;

    /**
     * @param now wall-clock time: nothing can have been published later
     * @param articlePartitions how many partitions {@code articles} has; the first speaks for the data, the others are idle
     * @param problems receives why a line cannot be used
     */
    public EventImport(
            EventDataFormat format,
            Gazetteer gazetteer,
            ClockSettings clocks,
            Instant now,
            int articlePartitions,
            Enrich.Output out,
            Consumer<String> problems) {
        this.format = format;
        this.statements = new RowStatements(gazetteer, format);
        this.now = now;
        this.latest = now.plus(clocks.future());
        this.out = new WithIdlePartitions(out, articlePartitions);
        this.problems = problems;
        PartitionClock clock =
                new PartitionClock(0, articlePartitions, clocks, LogEnd.REACHED, new MemoryTables(), now);
        this.enrich = new Enrich(
                article -> {
                    throw new IllegalStateException("event data holds no articles to code");
                },
                clocks.future(),
                clock);
    }

    /** Adds the ticks of the partitions that have nothing. */
    private record WithIdlePartitions(Enrich.Output out, int partitions) implements Enrich.Output {
        @Override
        public void enriched(EnrichedArticle article) {
            out.enriched(article);
        }

        @Override
        public void statement(String key, Statement statement) {
            out.statement(key, statement);
        }

        @Override
        public void tick(Tick tick) {
            out.tick(tick);
            for (int partition = 1; partition < partitions; partition++) {
                out.tick(new Tick(partition, partitions, null, null, true));
            }
        }
    }

    /**
     * Takes the lines of a file.
     *
     * @param place what people know it as
     */
    public void read(String place, BufferedReader file) throws IOException {
        LineReader reader = format.reader();
        List<Statement> ofFile = new ArrayList<>();
        long number = 0;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                take(reader.read(line), number, ofFile);
            } catch (MalformedLine e) {
                lines++;
                malformed++;
                problems.accept(place + ":" + number + ": " + e.getMessage());
                if (e.wholeFile()) {
                    break;
                }
            }
        }
        ofFile.sort(Comparator.comparing(Statement::getPublishedAt));
        ofFile.forEach(this::write);
    }

    private void take(Optional<EventRow> row, long number, List<Statement> ofFile) throws MalformedLine {
        if (row.isEmpty()) {
            boolean header = number == 1 && format.hasHeader();
            lines += header ? 0 : 1;
            withoutPair += header ? 0 : 1;
            return;
        }
        if (row.get().published().isAfter(latest)) {
            throw new MalformedLine("its date " + row.get().published() + " is in the future");
        }
        if (row.get().published().isBefore(Instant.EPOCH)) {
            throw new MalformedLine("its date " + row.get().published() + " is before 1970");
        }
        Optional<Statement> statement = statements.of(row.get());
        lines++;
        withoutPair += statement.isEmpty() ? 1 : 0;
        statement.ifPresent(ofFile::add);
    }

    private void write(Statement statement) {
        if (!known.add(statement.getId(), statement.getPublishedAt())) {
            repeated++;
            return;
        }
        written++;
        enrich.accept(
                EnrichedArticle.newBuilder()
                        .setId(statement.getArticleId())
                        .setUrl(statement.getUrl().orElse(null))
                        .setOutlet(statement.getOutlet().orElse(null))
                        .setBody(statement.getSentence())
                        .setLanguage("en")
                        .setPublishedAt(statement.getPublishedAt())
                        .setMentions(List.of())
                        .setStatements(List.of(statement))
                        .build(),
                now,
                out);
    }

    /** Ends the data: its last row moves the clock for good. */
    public void finish() {
        enrich.poll(now.plus(Duration.ofDays(1)), out);
    }

    /** What became of the lines so far. */
    public ImportCounts counts() {
        return new ImportCounts(lines, written, repeated, withoutPair, malformed);
    }
}
