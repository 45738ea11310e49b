package io.entente.store;

import org.apache.avro.specific.SpecificRecord;

/** Gives a stage core its tables. */
public interface Tables {

    /** The table that {@code spec} names: the same one at every call. */
    <V extends SpecificRecord> Table<V> table(TableSpec<V> spec);
}
