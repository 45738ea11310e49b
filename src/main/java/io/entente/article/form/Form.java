package io.entente.article.form;

/** What a file may be. */
enum Form {
    /** Nothing but white space. */
    EMPTY,
    GZIP,
    ZIP,
    /** A web archive (WARC). */
    WEB_ARCHIVE,
    /** Objects, one a line or in one document. */
    JSON,
    /** A feed, or news in NITF or NewsML. */
    XML,
    /** A web page, or a part of one. */
    PAGE,
    /** Prose. */
    TEXT,
    /** None of these. */
    UNKNOWN
}
