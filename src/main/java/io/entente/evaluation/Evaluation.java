package io.entente.evaluation;

import io.entente.avro.ActorKind;
import io.entente.avro.Statement;
import io.entente.coder.Coder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Compares what a coder finds with what people found. In each record everything is a set; what is denied or past is neither required
 * nor punished; CONCEDE and RETREAT are one type. In records of the kind "plover" only pairs of states count.
 *
 * @param kinds the result of each kind of records, in order of their names
 * @param errors the records in which pair and sign are not right
 * @param records the result of each record, in their order
 */
public record Evaluation(Map<String, Result> kinds, List<Miss> errors, List<Result> records) {
    /**
     * Result of one kind.
     *
     * @param records number of records
     * @param pair who toward whom
     * @param undirected the two of them, whoever acts
     * @param sign who toward whom with what sign
     * @param event who toward whom with what event
     * @param empty records without any statement
     * @param alarms those of them in which the coder found one
     */
    public record Result(int records, Score pair, Score undirected, Score sign, Score event, int empty, int alarms) {
        private static final Result NONE = new Result(0, Score.NONE, Score.NONE, Score.NONE, Score.NONE, 0, 0);

        private Result plus(Result other) {
            return new Result(
                    records + other.records,
                    pair.plus(other.pair),
                    undirected.plus(other.undirected),
                    sign.plus(other.sign),
                    event.plus(other.event),
                    empty + other.empty,
                    alarms + other.alarms);
        }
    }

    /**
     * A record that is not right.
     *
     * @param record the record
     * @param missing pairs with sign that were not found
     * @param extra pairs with sign that were found and are not there
     */
    public record Miss(GoldRecord record, Set<String> missing, Set<String> extra) {}

    /** Codes every record of {@code gold} with {@code coder} and compares. */
    public static Evaluation of(List<GoldRecord> gold, Coder coder) {
        Map<String, Result> kinds = new TreeMap<>();
        List<Miss> errors = new ArrayList<>();
        List<Result> records = new ArrayList<>();
        for (GoldRecord record : gold) {
            List<Judged> output = coder.code(record.article()).getStatements().stream()
                    .filter(statement -> !record.kind().equals("plover") || betweenStates(statement))
                    .map(Judged::of)
                    .toList();
            Result result = result(record, output);
            records.add(result);
            kinds.merge(record.kind(), result, Result::plus);
            Set<String> missing = counting(record.statements(), Judged::signed);
            Set<String> extra = counting(output, Judged::signed);
            Set<String> both = new LinkedHashSet<>(missing);
            both.retainAll(extra);
            missing.removeAll(both);
            extra.removeAll(both);
            if (!missing.isEmpty() || !extra.isEmpty()) {
                errors.add(new Miss(record, missing, extra));
            }
        }
        return new Evaluation(kinds, errors, records);
    }

    /** The result of all kinds together. */
    public Result all() {
        return kinds.values().stream().reduce(Result.NONE, Result::plus);
    }

    private static Result result(GoldRecord record, List<Judged> output) {
        boolean empty = record.statements().isEmpty();
        boolean alarm = empty && output.stream().anyMatch(Judged::counts);
        return new Result(
                1,
                score(record, output, Judged::pair),
                score(record, output, Judged::undirected),
                score(record, output, Judged::signed),
                score(record, output, Judged::typed),
                empty ? 1 : 0,
                alarm ? 1 : 0);
    }

    private static Score score(GoldRecord record, List<Judged> output, Function<Judged, String> key) {
        Set<String> tolerated = new LinkedHashSet<>();
        record.statements().forEach(judged -> tolerated.add(key.apply(judged)));
        return Score.of(counting(record.statements(), key), tolerated, counting(output, key));
    }

    private static Set<String> counting(List<Judged> statements, Function<Judged, String> key) {
        Set<String> keys = new LinkedHashSet<>();
        statements.stream().filter(Judged::counts).map(key).forEach(keys::add);
        return keys;
    }

    private static boolean betweenStates(Statement statement) {
        return statement.getSourceKind() == ActorKind.COUNTRY && statement.getTargetKind() == ActorKind.COUNTRY;
    }
}
