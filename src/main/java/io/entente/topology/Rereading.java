package io.entente.topology;

import io.entente.avro.state.ReadMark;
import io.entente.store.Table;
import io.entente.store.TableSpec;
import io.entente.store.Tables;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Whether a stage that started to reread a partition is still among the records that were there when it started; survives restarts. */
final class Rereading {
    private static final String UNTIL = "until";

    private final Table<ReadMark> table;
    private final ProcessorContext<?, ?> context;

    /** @param table its name in the stage's state */
    Rereading(Tables tables, String table, ProcessorContext<?, ?> context) {
        this.table = tables.table(new TableSpec<>(table, ReadMark.class));
        this.context = context;
    }

    /**
     * Notes where the partition ended when the stage started to reread it.
     *
     * @param until null if it goes on where it stopped
     * @return whether this was not noted already
     */
    boolean begin(@Nullable Long until) {
        if (until == null || table.get(UNTIL) != null) {
            return false;
        }
        table.put(UNTIL, new ReadMark(until));
        return true;
    }

    /** Whether the stage has ever started to reread the partition and found anything there. */
    boolean hasBegun() {
        ReadMark until = table.get(UNTIL);
        return until != null && until.getOffset() > 0;
    }

    /** Whether the record at hand stood there at that time. */
    boolean covers() {
        ReadMark until = table.get(UNTIL);
        Optional<RecordMetadata> record = context.recordMetadata();
        return until != null && record.isPresent() && record.get().offset() < until.getOffset();
    }
}
