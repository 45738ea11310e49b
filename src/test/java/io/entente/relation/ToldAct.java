package io.entente.relation;

import io.entente.avro.EventType;
import io.entente.avro.Statement;
import io.entente.table.TsvRow;
import io.entente.table.TsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An act of {@code acts.tsv} as one agency tells it.
 *
 * @param line its place in the table
 * @param story its story: acts of one pair on one day
 * @param act which of the story's acts it is
 * @param hour when it was published, after the story's begin
 * @param form how it is told
 * @param marked the sentence with its marks
 */
record ToldAct(
        int line,
        int story,
        String act,
        int hour,
        String form,
        String source,
        String target,
        EventType type,
        String marked) {
    private static final Pattern ACTOR = Pattern.compile("\\[([^]]*)]");
    private static final Pattern TRIGGER = Pattern.compile("\\*([^*]*)\\*");

    /** All of {@code acts.tsv}, in order. */
    static List<ToldAct> all() {
        List<ToldAct> acts = new ArrayList<>();
        TsvTable.resource(ToldAct.class, "acts.tsv").each(row -> acts.add(of(acts.size(), row)));
        return acts;
    }

    private static ToldAct of(int line, TsvRow row) {
        return new ToldAct(
                line,
                Integer.parseInt(row.cell(0)),
                row.cell(1),
                Integer.parseInt(row.cell(2)),
                row.cell(3),
                row.cell(4),
                row.cell(5),
                row.constant(6, EventType.class),
                row.cell(7));
    }

    String article() {
        return "act" + line;
    }

    boolean headline() {
        return form.equals("headline");
    }

    String sentence() {
        return marked.replaceAll("[\\[\\]*]", "");
    }

    /** Whether both tell one act. */
    boolean sameAct(ToldAct other) {
        return story == other.story && act.equals(other.act);
    }

    /** The statement that a perfect coder would make of it. */
    Statement statement() {
        String actors = ACTOR.matcher(marked).results().map(r -> r.group(1)).collect(Collectors.joining(" "));
        Matcher trigger = TRIGGER.matcher(marked);
        if (actors.isEmpty() || !trigger.find()) {
            throw new IllegalArgumentException("no marks in: " + marked);
        }
        String before = marked.substring(0, trigger.start()).replaceAll("[\\[\\]*]", "");
        return Sample.statement(article(), article(), sentence())
                .setSource(source)
                .setSourceText(actors)
                .setTarget(target)
                .setTargetText(null)
                .setEvent(type)
                .setTrigger(trigger.group(1))
                .setTriggerBegin(before.length())
                .setTriggerEnd(before.length() + trigger.group(1).length())
                .setPublishedAt(Sample.START.plusSeconds(hour * 3600L))
                .build();
    }
}
