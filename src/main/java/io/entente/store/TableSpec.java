package io.entente.store;

import org.apache.avro.specific.SpecificRecord;

/**
 * Names a table of a stage's state and says what it holds.
 *
 * @param name unique in its stage; part of the changelog topic's name, so it is never changed
 * @param type a class generated from {@code src/main/avro} or {@code schemas}
 */
public record TableSpec<V extends SpecificRecord>(String name, Class<V> type) {}
