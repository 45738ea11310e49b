package io.entente.language;

/** What a modal verb makes of its clause. */
public enum Modality {
    NONE,
    /** will, shall, is to, is going to. */
    FUTURE,
    /** would: a future reported in the past, or a condition. */
    WOULD,
    /** may, might, can, could. */
    POSSIBLE,
    /** must, should, ought to, has to. */
    DUTY
}
