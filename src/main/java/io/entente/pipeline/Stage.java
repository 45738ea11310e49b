package io.entente.pipeline;

/** A part of the data path that can be run, scaled, reset and replayed alone. */
public enum Stage {
    /** From articles to enriched articles and statements. */
    ENRICH,
    /** From statements to events and relations. */
    RELATE,
    /** From events to alerts. */
    ALERT,
    /** The API over the output of the others: a consumer that keeps nothing of its own. */
    SERVE;

    /** Whether it is a Kafka Streams application. */
    public boolean isStream() {
        return this != SERVE;
    }
}
