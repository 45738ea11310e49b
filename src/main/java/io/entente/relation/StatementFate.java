package io.entente.relation;

/** What became of a statement. */
public enum StatementFate {
    /** It leads an event, joined one, or restates what its article says elsewhere. */
    TAKEN,
    /** Known already: nothing changes. */
    REPEATED,
    /** Denied, past, or too uncertain: it forms no event. */
    NO_EVENT,
    /** Older than the watermark less the grace: it is counted and changes nothing. */
    LATE
}
