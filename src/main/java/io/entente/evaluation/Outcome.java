package io.entente.evaluation;

import io.entente.avro.EnrichedArticle;
import io.entente.avro.Statement;
import io.entente.coder.Coder;
import io.entente.coder.rules.ReliabilityFeatures;
import io.entente.coder.rules.ReliabilityFeatures.Named;
import io.entente.coder.rules.ReliabilityFeatures.Reported;
import io.entente.table.TsvRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What became of one statement that a coder found in an annotated text.
 *
 * @param set the annotated set
 * @param record the record in it
 * @param right whether the annotation has it, in pair and sign
 * @param features its circumstances
 */
public record Outcome(String set, String record, boolean right, List<String> features) {

    public Outcome {
        features = List.copyOf(features);
    }

    /** Codes every record of {@code gold}, which is called {@code set}, and judges what was found. */
    public static List<Outcome> of(String set, List<GoldRecord> gold, Coder coder) {
        List<Outcome> outcomes = new ArrayList<>();
        for (GoldRecord record : gold) {
            outcomes.addAll(of(set, record, coder.code(record.article())));
        }
        return outcomes;
    }

    static List<Outcome> of(String set, GoldRecord record, EnrichedArticle coded) {
        Set<String> annotated = new HashSet<>();
        record.statements().forEach(judged -> annotated.add(judged.signed()));
        List<Outcome> outcomes = new ArrayList<>();
        for (Statement statement : coded.getStatements()) {
            Judged judged = Judged.of(statement);
            if (judged.counts()) {
                outcomes.add(
                        new Outcome(set, record.id(), annotated.contains(judged.signed()), features(statement, coded)));
            }
        }
        return outcomes;
    }

    private static List<String> features(Statement statement, EnrichedArticle coded) {
        int begin = statement.getBegin();
        int end = statement.getEnd();
        String text = coded.getTitle().map(title -> title + "\n\n").orElse("") + coded.getBody();
        List<Named> named = coded.getMentions().stream()
                .filter(mention -> mention.getBegin() >= begin && mention.getBegin() < end)
                .map(mention -> new Named(mention.getBegin(), mention.getEnd(), mention.getCode()))
                .toList();
        List<Reported> reported = coded.getStatements().stream()
                .filter(other -> other.getBegin() == begin)
                .map(other -> new Reported(other.getSource(), other.getTarget(), other.getSign()))
                .toList();
        return new ReliabilityFeatures(text, begin, end, named, reported)
                .features(
                        statement.getRule(),
                        statement.getEvent(),
                        statement.getStatus(),
                        statement.getSource(),
                        statement.getTarget(),
                        statement.getTriggerBegin(),
                        statement.getTriggerEnd());
    }

    /** The outcome as a line: set, record, 1 or 0, features; separated by tabs, features by semicolons. */
    public String line() {
        return set + '\t' + record + '\t' + (right ? 1 : 0) + '\t' + String.join("; ", features);
    }

    /**
     * The outcome in a row.
     *
     * @throws IllegalArgumentException if the row has none
     */
    public static Outcome parse(TsvRow row) {
        String right = row.cell(2);
        if (row.cells().size() != 4 || !right.equals("0") && !right.equals("1")) {
            throw new IllegalArgumentException(
                    "not an outcome; it needs a set, a record, 1 or 0, and features, separated by tabs");
        }
        return new Outcome(row.cell(0), row.cell(1), right.equals("1"), row.forms(3));
    }
}
