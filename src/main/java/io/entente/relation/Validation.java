package io.entente.relation;

import io.entente.avro.Statement;
import io.entente.relation.RefusedStatement.Fault;
import java.time.Instant;
import java.util.Optional;

/** What every statement must keep, whoever wrote it. */
final class Validation {
    /** Longest sentence, in characters; a row of state and an event hold it, and must stay below what topics take. */
    private static final int LONGEST_SENTENCE = 20_000;
    /** Longest other text, in characters; an event may repeat those of fifty statements. */
    private static final int LONGEST_TEXT = 2_048;

    private Validation() {}

    static void check(String key, Statement statement) throws RefusedStatement {
        if (statement.getSource().equals(statement.getTarget())) {
            throw new RefusedStatement(
                    Fault.VALUE, "source and target are both " + statement.getSource() + ": they must differ");
        }
        code("source", statement.getSource());
        code("target", statement.getTarget());
        String pair = Pair.of(statement.getSource(), statement.getTarget()).toString();
        if (!pair.equals(key)) {
            throw new RefusedStatement(
                    Fault.KEY,
                    "the key is '" + key + "', but the value is about " + pair
                            + ": key statements by both codes in alphabetical order, joined by a dash");
        }
        if (statement.getPublishedAt().isBefore(Instant.EPOCH)) {
            throw new RefusedStatement(
                    Fault.DATE, "'publishedAt' is " + statement.getPublishedAt() + ", before 1970: correct the date");
        }
        within("sentiment", statement.getSentiment(), -1, 1);
        within("intensity", statement.getIntensity(), -10, 10);
        within("confidence", statement.getConfidence(), 0, 1);
        lengths(statement);
    }

    private static void code(String field, String code) throws RefusedStatement {
        if (code.indexOf('-') >= 0 || code.indexOf('|') >= 0) {
            throw new RefusedStatement(
                    Fault.VALUE,
                    "'" + field + "' is '" + code
                            + "': a code has neither '-' nor '|', which separate the parts of keys");
        }
    }

    private static void lengths(Statement statement) throws RefusedStatement {
        atMost(LONGEST_SENTENCE, "sentence", statement.getSentence());
        atMost(LONGEST_TEXT, "id", statement.getId());
        atMost(LONGEST_TEXT, "articleId", statement.getArticleId());
        atMost(LONGEST_TEXT, "url", statement.getUrl());
        atMost(LONGEST_TEXT, "outlet", statement.getOutlet());
        atMost(LONGEST_TEXT, "title", statement.getTitle());
        atMost(LONGEST_TEXT, "speaker", statement.getSpeaker());
        atMost(LONGEST_TEXT, "trigger", statement.getTrigger());
        atMost(LONGEST_TEXT, "rule", statement.getRule());
    }

    private static void atMost(int most, String field, Optional<String> value) throws RefusedStatement {
        atMost(most, field, value.orElse(""));
    }

    private static void atMost(int most, String field, String value) throws RefusedStatement {
        if (value.length() > most) {
            throw new RefusedStatement(
                    Fault.VALUE,
                    "'" + field + "' has " + value.length() + " characters, more than " + most + ": cut it");
        }
    }

    private static void within(String field, double value, double least, double most) throws RefusedStatement {
        if (!(value >= least && value <= most)) {
            throw new RefusedStatement(
                    Fault.VALUE,
                    "'" + field + "' is " + value + ": it must be from " + (int) least + " to " + (int) most);
        }
    }
}
