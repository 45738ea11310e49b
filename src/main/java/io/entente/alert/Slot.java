package io.entente.alert;

import io.entente.avro.AlertKind;

/** What an alert can be about within a pair: at most one alert is open in a slot. */
record Slot(AlertKind kind, Side side) {

    /** A direction, or the pair as a whole. The order is that in which alerts are considered and published. */
    enum Side {
        FORWARD('>'),
        BACKWARD('<'),
        PAIR('=');

        private final char mark;

        Side(char mark) {
            this.mark = mark;
        }

        static Side of(boolean forward) {
            return forward ? FORWARD : BACKWARD;
        }
    }

    /** Such as {@code THAW=}. */
    String key() {
        return kind.name() + side.mark;
    }

    static Slot of(String key) {
        int end = key.length() - 1;
        for (Side side : Side.values()) {
            if (side.mark == key.charAt(end)) {
                return new Slot(AlertKind.valueOf(key.substring(0, end)), side);
            }
        }
        throw new IllegalArgumentException("not a slot: '" + key + "'");
    }
}
