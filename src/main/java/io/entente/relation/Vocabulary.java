package io.entente.relation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        Map<String, Double> weights = rows("words.tsv").entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, row -> Double.valueOf(row.getValue())));
        return new Vocabulary(weights, Map.copyOf(rows("word-forms.tsv")));
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

    private static Map<String, String> rows(String resource) {
        Map<String, String> rows = new HashMap<>();
        try (InputStream stream = Vocabulary.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && line.charAt(0) != '#') {
                    rows.put(line.substring(0, tab), line.substring(tab + 1).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
