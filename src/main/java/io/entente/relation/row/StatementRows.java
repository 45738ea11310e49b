package io.entente.relation.row;

import io.entente.avro.Statement;
import io.entente.avro.state.ReportedAct;
import io.entente.avro.state.ReportedArticle;
import io.entente.digest.StatementIds;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The statements from which events are made, as far as RELATE needs them: a row is what one article reports of a pair. What a statement's id
 * and texts repeat is left out of it. Fields on which neither events nor their comparison depend come back empty.
 */
public final class StatementRows {
    public static final TableSpec<ReportedArticle> TABLE = new TableSpec<>("relate-reports", ReportedArticle.class);
    /** Rows of 0.1.0: a statement each, keyed by pair|source|event|how it is told|published at|id. */
    public static final TableSpec<Statement> RELEASED = new TableSpec<>("relate-statements", Statement.class);

    /** Bounds a row: one article may have any number of statements. */
    private static final int MOST_ACTS = 16;

    private final Table<ReportedArticle> table;
    private final Table<Statement> released;

    public StatementRows(Tables tables) {
        this.table = tables.table(TABLE);
        this.released = tables.table(RELEASED);
    }

    /** Adds a statement of a pair; one with the same id must not be there. */
    public void add(String pair, Statement statement) {
        ReportedArticle blank = article(statement, List.of());
        int number = 0;
        ReportedArticle row = table.get(key(pair, statement, number));
        while (row != null && !takes(row, blank)) {
            row = table.get(key(pair, statement, ++number));
        }
        List<ReportedAct> acts = new ArrayList<>(row == null ? List.of() : row.getActs());
        String before = row == null ? null : sentence(row);
        acts.add(ReportedActs.of(pair, statement, before));
        table.put(key(pair, statement, number), article(statement, List.copyOf(acts)));
    }

    private static boolean takes(ReportedArticle row, ReportedArticle blank) {
        return row.getActs().size() < MOST_ACTS
                && row.getUrl().equals(blank.getUrl())
                && row.getOutlet().equals(blank.getOutlet())
                && row.getCredit().equals(blank.getCredit())
                && row.getTitle().equals(blank.getTitle())
                && row.getWatermark().equals(blank.getWatermark());
    }

    /** The sentence of a row's last act. */
    private static String sentence(ReportedArticle row) {
        String sentence = "";
        for (ReportedAct act : row.getActs()) {
            sentence = act.getSentence().orElse(sentence);
        }
        return sentence;
    }

    /**
     * Of the statements that share article and time with {@code statement}, keeps these alone.
     *
     * @param kept all that stay; often none
     */
    public void retain(String pair, Statement statement, List<Statement> kept) {
        for (int number = 0; table.get(key(pair, statement, number)) != null; number++) {
            table.delete(key(pair, statement, number));
        }
        kept.forEach(one -> add(pair, one));
    }

    /** Hands over a pair's statements, by time. */
    public void scan(String pair, Consumer<Statement> sink) {
        takeOver(pair);
        table.scanPrefix(pair + '|', (key, row) -> read(pair, key, row, sink));
    }

    /** Turns rows of an earlier release into rows of this one. */
    private void takeOver(String pair) {
        List<String> keys = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        released.scanPrefix(pair + '|', (key, statement) -> {
            keys.add(key);
            statements.add(statement);
        });
        keys.forEach(released::delete);
        statements.forEach(statement -> add(pair, statement));
    }

    private static void read(String pair, String key, ReportedArticle row, Consumer<Statement> sink) {
        String[] parts = key.substring(pair.length() + 1).split("\\|", 3);
        long time = Long.parseLong(parts[0]);
        StatementIds ids = new StatementIds(parts[2]);
        String sentence = "";
        for (ReportedAct act : row.getActs()) {
            sentence = act.getSentence().orElse(sentence);
            Statement.Builder statement = Statement.newBuilder()
                    .setArticleId(parts[2])
                    .setUrl(row.getUrl().orElse(null))
                    .setOutlet(row.getOutlet().orElse(null))
                    .setCredit(row.getCredit().orElse(null))
                    .setTitle(row.getTitle().orElse(null))
                    .setPublishedAt(Instant.ofEpochMilli(time))
                    .setWatermark(row.getWatermark()
                            .map(after -> Instant.ofEpochMilli(time + after))
                            .orElse(null));
            sink.accept(ReportedActs.read(act, pair, sentence, ids, statement));
        }
    }

    private static ReportedArticle article(Statement statement, List<ReportedAct> acts) {
        Optional<Long> watermark = statement.getWatermark().map(mark -> mark.toEpochMilli() - millis(statement));
        return new ReportedArticle(
                statement.getUrl().orElse(null),
                statement.getOutlet().orElse(null),
                statement.getCredit().orElse(null),
                statement.getTitle().orElse(null),
                watermark.orElse(null),
                acts);
    }

    private static String key(String pair, Statement statement, int number) {
        return String.join(
                "|", pair, Padded.time(millis(statement)), Integer.toString(number), statement.getArticleId());
    }

    private static long millis(Statement statement) {
        return statement.getPublishedAt().toEpochMilli();
    }
}
