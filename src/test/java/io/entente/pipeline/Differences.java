package io.entente.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** What two tables do not agree on, a line each: whole rows would fill a screen. */
final class Differences {
    private Differences() {}

    static List<String> between(
            Map<String, ? extends SpecificRecord> found, Map<String, ? extends SpecificRecord> expected) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(found.keySet());
        keys.addAll(expected.keySet());
        for (String key : keys) {
            SpecificRecord one = found.get(key);
            SpecificRecord other = expected.get(key);
            if (one == null || other == null) {
                differences.add(key + (one == null ? " is missing: " + other : " is too much: " + one));
                continue;
            }
            for (Schema.Field field : one.getSchema().getFields()) {
                if (!text(one, field).equals(text(other, field))) {
                    differences.add(key + "." + field.name() + " is " + one.get(field.pos()) + ", not "
                            + other.get(field.pos()));
                }
            }
        }
        return differences;
    }

    /** As JSON: Avro's own comparison of lists stumbles over times in unions. */
    private static String text(SpecificRecord record, Schema.Field field) {
        return String.valueOf(record.get(field.pos()));
    }
}
