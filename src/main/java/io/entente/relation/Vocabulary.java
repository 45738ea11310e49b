package io.entente.relation;

import io.entente.table.TsvTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is known of English words when sentences are compared: how much they tell, and the one form that stands for several. Read from
 * {@code words.tsv} and {@code word-forms.tsv}. Immutable.
 */
final class Vocabulary {
    private static final Set<String> TIMES = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "yesterday",
            "today",
            "tomorrow");

    private final Map<String, Double> weights;
    private final Map<String, String> forms;

    private Vocabulary(Map<String, Double> weights, Map<String, String> forms) {
        this.weights = weights;
        this.forms = forms;
    }

    /** The vocabulary that comes with Entente. */
    static Vocabulary bundled() {
        Map<String, Double> weights = new HashMap<>();
        TsvTable.resource(Vocabulary.class, "words.tsv")
                .each(row -> weights.put(row.required(0, "a word"), row.number(1, 1)));
        Map<String, String> forms = new HashMap<>();
        TsvTable.resource(Vocabulary.class, "word-forms.tsv")
                .each(row -> forms.put(row.required(0, "a word"), row.required(1, "a form")));
        return new Vocabulary(Map.copyOf(weights), Map.copyOf(forms));
    }

    /** How much {@code word} (in lower case) tells: 0 for function words, little for the common coin of news, else 1. */
    double weight(String word) {
        return weights.getOrDefault(word, 1.0);
    }

    /** One form for {@code word} (in lower case): numbers in digits, spelling and inflection levelled. */
    String form(String word) {
        String form = forms.get(word);
        return form != null ? form : Stem.of(word);
    }

    /** Whether {@code word} (in lower case) names a day. */
    static boolean time(String word) {
        return TIMES.contains(word);
    }
}
