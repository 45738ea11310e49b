package io.entente.evaluation;

import io.entente.avro.Statement;
import java.util.Locale;

/**
 * What is compared of a statement.
 *
 * @param source code of the actor that speaks or acts
 * @param target code of the actor spoken of or acted upon
 * @param event PLOVER event type
 * @param sign -1, 0 or 1
 * @param status in lower case, as in JSON
 */
public record Judged(String source, String target, String event, int sign, String status) {

    static Judged of(Statement statement) {
        return new Judged(
                statement.getSource(),
                statement.getTarget(),
                statement.getEvent().name(),
                statement.getSign(),
                statement.getStatus().name().toLowerCase(Locale.ROOT));
    }

    /** Whether it must be found and counts if it is wrong; what is denied or past neither must nor does. */
    boolean counts() {
        return !status.equals("denied") && !status.equals("past");
    }

    String pair() {
        return source + '>' + target;
    }

    String undirected() {
        return source.compareTo(target) < 0 ? source + '-' + target : target + '-' + source;
    }

    String signed() {
        return pair() + ' ' + sign;
    }

    /** The pair with its event; yielding and retreating are one. */
    String typed() {
        return pair() + ' ' + (event.equals("CONCEDE") ? "RETREAT" : event);
    }
}
