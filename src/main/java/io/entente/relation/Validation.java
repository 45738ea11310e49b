package io.entente.relation;

import io.entente.avro.Statement;
import java.time.Instant;

/** What every statement must keep, whoever wrote it. */
final class Validation {
    private Validation() {}

    static void check(String key, Statement statement) throws RefusedStatement {
        if (statement.getSource().equals(statement.getTarget())) {
            throw new RefusedStatement("source and target are both " + statement.getSource() + ": they must differ");
        }
        String pair = Pair.of(statement.getSource(), statement.getTarget()).toString();
        if (!pair.equals(key)) {
            throw new RefusedStatement("the key is '" + key + "', but the value is about " + pair
                    + ": key statements by both codes in alphabetical order, joined by a dash");
        }
        if (statement.getPublishedAt().isBefore(Instant.EPOCH)) {
            throw new RefusedStatement(
                    "'publishedAt' is " + statement.getPublishedAt() + ", before 1970: correct the date");
        }
        within("sentiment", statement.getSentiment(), -1, 1);
        within("intensity", statement.getIntensity(), -10, 10);
        within("confidence", statement.getConfidence(), 0, 1);
    }

    private static void within(String field, double value, double least, double most) throws RefusedStatement {
        if (!(value >= least && value <= most)) {
            throw new RefusedStatement(
                    "'" + field + "' is " + value + ": it must be from " + (int) least + " to " + (int) most);
        }
    }
}
