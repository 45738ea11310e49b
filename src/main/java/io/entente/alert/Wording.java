package io.entente.alert;

import io.entente.avro.Alert;

/** The sentence of an alert. */
final class Wording {
    private Wording() {}

    static String sentence(Alert alert) {
        return alert.getKind().name();
    }
}
