package io.entente.registry.server;

/** Whether a question is for deleted versions as well. */
enum Deleted {
    NO,
    YES,
    ONLY;

    boolean includes(SchemaRecord record) {
        return this == YES || record.deleted() == (this == ONLY);
    }
}
