package io.entente.relation.similarity;

import io.entente.actor.dictionary.Dictionaries;
import io.entente.language.segment.Stem;
import io.entente.table.TsvTable;
import io.entente.table.WordSets;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of English words when sentences are compared: how much they say, and the one form that stands for several. Read from
 * {@code words.tsv}, {@code word-forms.tsv}, {@code concepts.tsv} and {@code signals.tsv}. Immutable.
 */
public final class Vocabulary {
    private static final Set<String> TIMES = Stream.concat(
                    Arrays.stream(DayOfWeek.values()).map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                            .toLowerCase(Locale.ROOT)),
                    Stream.of("yesterday", "today", "tomorrow"))
            .collect(Collectors.toUnmodifiableSet());

    /** Name, adjectives, people and capitals in {@code countries.tsv}. */
    private static final List<Integer> STATE_WORDS = List.of(1, 3, 4, 5);

    private static final int CAPITALS = 5;

    /** A name of several words. */
    private static final Pattern PHRASE = Pattern.compile("\\p{L}+(?: \\p{L}+)+");

    private static final int LONGEST_NAME = 4;

    /** A shorter word of a capital's name, such as "port" or "city", says nothing by itself. */
    private static final int TELLING = 5;

    private final Map<String, Double> weights;
    private final Map<String, String> forms;
    private final Map<String, Concept> concepts;
    private final Set<String> places;
    private final Map<String, String> states;
    private final WordSets<Signal> signals;

    private Vocabulary(
            Map<String, Double> weights,
            Map<String, String> forms,
            Map<String, Concept> concepts,
            Set<String> places,
            Map<String, String> states,
            WordSets<Signal> signals) {
        this.weights = weights;
        this.forms = forms;
        this.concepts = concepts;
        this.places = places;
        this.states = states;
        this.signals = signals;
    }

    /** How what follows a word belongs to a report. */
    enum Signal {
        LOCATIVE,
        BACKGROUND
    }

    /**
     * What several words stand for.
     *
     * @param key sets it apart from all words
     * @param weight how much it means that two reports share it
     */
    record Concept(String key, double weight) {}

    /** The vocabulary that comes with Entente. */
    public static Vocabulary bundled() {
        Map<String, Double> weights = new HashMap<>();
        TsvTable.resource(Vocabulary.class, "words.tsv")
                .each(row -> weights.put(row.required(0, "a word"), row.number(1, 1)));
        Map<String, String> forms = new HashMap<>();
        TsvTable.resource(Vocabulary.class, "word-forms.tsv")
                .each(row -> forms.put(row.required(0, "a word"), row.required(1, "a form")));
        return new Vocabulary(
                Map.copyOf(weights),
                Map.copyOf(forms),
                concepts(forms),
                places(forms),
                states(forms),
                WordSets.of(TsvTable.resource(Vocabulary.class, "signals.tsv"), Signal.class));
    }

    /** The states by the words that name them: "Kenya", "Kenyan" and "Nairobi" are one. */
    private static Map<String, String> states(Map<String, String> forms) {
        Map<String, String> states = new HashMap<>();
        TsvTable.resource(Dictionaries.class, "countries.tsv").each(row -> {
            for (int column : STATE_WORDS) {
                for (String word : row.cell(column).toLowerCase(Locale.ROOT).split("; ")) {
                    if (!word.isEmpty() && word.chars().allMatch(Character::isLetter)) {
                        states.putIfAbsent(form(word, forms), row.required(0, "a code"));
                    } else if (PHRASE.matcher(word).matches()) {
                        states.putIfAbsent(phrase(List.of(word.split(" ")), forms), row.required(0, "a code"));
                    }
                }
            }
            for (String word : row.cell(CAPITALS).toLowerCase(Locale.ROOT).split("\\P{L}+")) {
                if (word.length() >= TELLING && !word.equals("saint")) {
                    states.putIfAbsent(form(word, forms), row.required(0, "a code"));
                }
            }
        });
        return Map.copyOf(states);
    }

    /** The code of the state that a capitalised word of this {@link #form form} names by its name, adjective, people or capital; null for none. */
    @Nullable
    String state(String form) {
        return states.get(form);
    }

    /** How many of the words of these {@link #form forms}, from {@code at} on, are one name of a state, such as "Port of Spain"; 1 if they are none. */
    int stateWords(List<String> words, int at) {
        for (int end = Math.min(words.size(), at + LONGEST_NAME); end > at + 1; end--) {
            if (states.containsKey(String.join(" ", words.subList(at, end)))) {
                return end - at;
            }
        }
        return 1;
    }

    private static String phrase(List<String> words, Map<String, String> forms) {
        return words.stream().map(word -> form(word, forms)).collect(Collectors.joining(" "));
    }

    /** Whether a word, in lower case, is such a signal. */
    boolean signal(Signal signal, String word) {
        return signals.in(signal, word);
    }

    private static Set<String> places(Map<String, String> forms) {
        Set<String> places = new HashSet<>();
        TsvTable.resource(Dictionaries.class, "places.tsv").each(row -> {
            for (String word :
                    row.required(1, "places").toLowerCase(Locale.ROOT).split("[; ]+")) {
                places.add(form(word, forms));
            }
        });
        return Set.copyOf(places);
    }

    /** Whether a word with this {@link #form form} belongs to the name of a city or region in which states act upon each other. */
    boolean place(String form) {
        return places.contains(form);
    }

    private static Map<String, Concept> concepts(Map<String, String> forms) {
        Map<String, Concept> byForm = new HashMap<>();
        TsvTable.resource(Vocabulary.class, "concepts.tsv").each(row -> {
            Concept concept = new Concept('~' + row.required(0, "a concept"), row.number(1, 1));
            for (String word : row.required(2, "words").split(" ")) {
                Concept other = byForm.put(form(word, forms), concept);
                if (other != null && !other.equals(concept)) {
                    throw row.fault(2, "'" + word + "' stands for " + other.key() + " already");
                }
            }
        });
        return Map.copyOf(byForm);
    }

    /** The concept that the {@link #form form} of a word stands for; null if it stands for itself. */
    @Nullable
    Concept concept(String form) {
        return concepts.get(form);
    }

    /** How much {@code word} (in lower case) says: 0 for function words, little for the common coin of news, else 1. */
    double weight(String word) {
        return weights.getOrDefault(word, 1.0);
    }

    /** One form for {@code word} (in lower case): numbers in digits, spelling and inflection levelled. */
    String form(String word) {
        return form(word, forms);
    }

    private static String form(String word, Map<String, String> forms) {
        String form = forms.get(word);
        return form != null ? form : Stem.of(word);
    }

    /** Whether {@code word} (in lower case) names a day. */
    static boolean time(String word) {
        return TIMES.contains(word);
    }
}
