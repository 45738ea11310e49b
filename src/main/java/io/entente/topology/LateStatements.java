package io.entente.topology;

import io.entente.avro.Statement;
import io.entente.avro.state.Marker;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The statements that came too late for RELATE: counted, and logged at most once a minute. */
final class LateStatements {
    private static final Logger LOG = LoggerFactory.getLogger(LateStatements.class);
    private static final TableSpec<Marker> TABLE = new TableSpec<>("relate-late", Marker.class);
    private static final String ROW = "late";

    private final Table<Marker> table;
    private final Minutely lines = new Minutely();

    LateStatements(Tables tables) {
        this.table = tables.table(TABLE);
    }

    /** How many there have been so far. */
    int count() {
        Marker marker = table.get(ROW);
        return marker == null ? 0 : marker.getCount();
    }

    /** @param now wall-clock time */
    void add(Statement statement, @Nullable Instant watermark, Instant now) {
        table.put(ROW, new Marker(count() + 1));
        if (!lines.admits(now)) {
            return;
        }
        long silent = lines.keptOut();
        LOG.warn(
                "late: a statement of article {} is dated {}, and event time has come to {}: it changes no event{}. To"
                        + " take in what came late, stop RELATE and run 'entente reset --stage relate'",
                statement.getArticleId(),
                statement.getPublishedAt(),
                watermark,
                silent == 0 ? "" : " (nor do " + silent + " more since the last such line)");
    }
}
