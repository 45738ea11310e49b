package io.entente.pipeline;

/** A part of the data path that can be run, scaled, reset and replayed alone. */
public enum Stage {
    /** From articles to enriched articles and statements. */
    ENRICH,
    /** From statements to events and relations. */
    RELATE,
    /** From events to alerts. */
    ALERT
}
