package io.entente.coder.reader;

import io.entente.avro.EventType;

/**
 * What the reader distinguishes: the event types, a request by its sign. The order is that of the model's outputs, so a new label goes
 * to the end and needs a new model.
 */
enum Label {
    AGREE(EventType.AGREE, 1),
    CONSULT(EventType.CONSULT, 1),
    SUPPORT(EventType.SUPPORT, 1),
    CONCEDE(EventType.CONCEDE, 1),
    COOPERATE(EventType.COOPERATE, 1),
    AID(EventType.AID, 1),
    RETREAT(EventType.RETREAT, 1),
    OFFER(EventType.REQUEST, 1),
    APPEAL(EventType.REQUEST, 0),
    DEMAND(EventType.REQUEST, -1),
    ACCUSE(EventType.ACCUSE, -1),
    REJECT(EventType.REJECT, -1),
    THREATEN(EventType.THREATEN, -1),
    PROTEST(EventType.PROTEST, -1),
    SANCTION(EventType.SANCTION, -1),
    MOBILIZE(EventType.MOBILIZE, -1),
    COERCE(EventType.COERCE, -1),
    ASSAULT(EventType.ASSAULT, -1),
    STATEMENT(EventType.STATEMENT, 0);

    private final EventType type;
    private final int sign;

    Label(EventType type, int sign) {
        this.type = type;
        this.sign = sign;
    }

    EventType type() {
        return type;
    }

    int sign() {
        return sign;
    }

    static Label of(EventType type, int sign) {
        if (type == EventType.REQUEST) {
            return sign > 0 ? OFFER : sign < 0 ? DEMAND : APPEAL;
        }
        return valueOf(type.name());
    }
}
