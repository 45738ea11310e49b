package io.entente.language;

import io.entente.table.TsvRow;
import io.entente.table.TsvTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table of words: verbs with all their forms, and the words of the closed classes. Immutable. */
public final class Words {
    private static final String VOWELS = "aeiou";

    private final Map<String, Word> forms = new HashMap<>(16_384);
    private final Valency valency = Valency.load();

    private Words() {}

    /** The table that ships with the program. */
    public static Words load() {
        return load(List.of());
    }

    /**
     * The table that ships with the program, and further verbs.
     *
     * @param verbs in the columns of verbs.tsv
     */
    public static Words load(List<TsvRow> verbs) {
        Words words = new Words();
        verbs.forEach(words::verb);
        TsvTable.resource(Words.class, "verbs.tsv").each(words::verb);
        TsvTable.resource(Words.class, "words.tsv").each(row -> {
            PartOfSpeech closed = row.read(0, Words::closed);
            row.words(1).forEach(word -> words.close(word, closed));
        });
        return words;
    }

    Valency valency() {
        return valency;
    }

    /** Whether the table has this verb, in its plain form. */
    public boolean verb(String lemma) {
        Word word = forms.get(lemma);
        return word != null && word.may(Word.PLAIN);
    }

    @Nullable
    Word find(String lower) {
        return forms.get(lower);
    }

    /**
     * The lemma of a word: the plain form of a verb form, otherwise the singular of a plural, otherwise the word itself.
     */
    public String lemma(String lower) {
        Word word = forms.get(lower);
        return word != null && word.forms() != 0 ? word.lemma() : singular(lower);
    }

    /** The singular of a regular plural; other words come back as they are. */
    public static String singular(String lower) {
        int n = lower.length();
        if (n < 4
                || lower.charAt(n - 1) != 's'
                || lower.endsWith("ss")
                || lower.endsWith("us")
                || lower.endsWith("is")) {
            return lower;
        }
        if (lower.endsWith("ies") && n > 4) {
            return lower.substring(0, n - 3) + "y";
        }
        if (lower.endsWith("ches") || lower.endsWith("shes") || lower.endsWith("sses") || lower.endsWith("xes")) {
            return lower.substring(0, n - 2);
        }
        return lower.substring(0, n - 1);
    }

    /** The plain form that a regular form in -ed or -ing most likely has, for verbs that are not in the table. */
    static String stem(String lower, String ending) {
        String stem = lower.substring(0, lower.length() - ending.length());
        int n = stem.length();
        boolean doubled = n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2) && "lsz".indexOf(stem.charAt(n - 1)) < 0;
        return doubled ? stem.substring(0, n - 1) : stem;
    }

    private static PartOfSpeech closed(String name) {
        return switch (name) {
            case "determiner" -> PartOfSpeech.DETERMINER;
            case "possessive" -> PartOfSpeech.POSSESSIVE;
            case "personal" -> PartOfSpeech.PRONOUN;
            case "relative" -> PartOfSpeech.RELATIVE;
            case "adverb" -> PartOfSpeech.ADVERB;
            case "preposition" -> PartOfSpeech.PREPOSITION;
            case "conjunction" -> PartOfSpeech.CONJUNCTION;
            case "subordinator" -> PartOfSpeech.SUBORDINATOR;
            case "modal" -> PartOfSpeech.MODAL;
            case "auxiliary" -> PartOfSpeech.AUXILIARY;
            case "negation" -> PartOfSpeech.NEGATION;
            case "number" -> PartOfSpeech.NUMBER;
            case "time" -> PartOfSpeech.TIME;
            case "noun" -> PartOfSpeech.NOUN;
            default -> throw new IllegalArgumentException("no class of words is called '" + name + "'");
        };
    }

    private void close(String word, PartOfSpeech closed) {
        Word known = forms.get(word);
        forms.put(
                word,
                known == null
                        ? new Word(word, 0, true, closed)
                        : new Word(known.lemma(), known.forms(), known.noun(), closed));
    }

    private void verb(TsvRow row) {
        String lemma = row.required(0, "a verb");
        String past = row.cell(1);
        String participle = row.cell(2);
        String marks = row.cell(3);
        boolean noun = marks.indexOf('n') >= 0;
        boolean doubled = marks.indexOf('d') >= 0;
        int passive = Word.PARTICIPLE | (marks.indexOf('t') >= 0 ? Word.TRANSITIVE : 0);
        put(lemma, lemma, Word.PLAIN, noun);
        put(present(lemma), lemma, Word.PRESENT, noun);
        put(gerund(lemma, doubled), lemma, Word.GERUND, false);
        if (!doubled && lemma.endsWith("l") && VOWELS.indexOf(lemma.charAt(lemma.length() - 2)) >= 0) {
            put(lemma + "led", lemma, Word.PAST | passive, false);
            put(lemma + "ling", lemma, Word.GERUND, false);
        }
        if (past.isEmpty()) {
            put(past(lemma, doubled), lemma, Word.PAST | passive, false);
        } else {
            for (String form : past.split("/", -1)) {
                put(form, lemma, Word.PAST, noun && form.equals(lemma));
            }
            for (String form : participle.split("/", -1)) {
                put(form, lemma, passive, noun && form.equals(lemma));
            }
        }
    }

    private void put(String form, String lemma, int bits, boolean noun) {
        Word known = forms.get(form);
        if (known == null) {
            forms.put(form, new Word(lemma, bits, noun, null));
        } else {
            forms.put(form, new Word(known.lemma(), known.forms() | bits, known.noun() || noun, known.closed()));
        }
    }

    private static String present(String lemma) {
        if (lemma.equals("have")) {
            return "has";
        }
        if (consonantY(lemma)) {
            return lemma.substring(0, lemma.length() - 1) + "ies";
        }
        boolean hissing = lemma.endsWith("s")
                || lemma.endsWith("x")
                || lemma.endsWith("z")
                || lemma.endsWith("ch")
                || lemma.endsWith("sh")
                || lemma.endsWith("o");
        return lemma + (hissing ? "es" : "s");
    }

    private static String past(String lemma, boolean doubled) {
        if (lemma.endsWith("e")) {
            return lemma + "d";
        }
        if (consonantY(lemma)) {
            return lemma.substring(0, lemma.length() - 1) + "ied";
        }
        return lemma + (doubled ? lemma.substring(lemma.length() - 1) : "") + "ed";
    }

    private static String gerund(String lemma, boolean doubled) {
        if (lemma.endsWith("ie")) {
            return lemma.substring(0, lemma.length() - 2) + "ying";
        }
        if (lemma.endsWith("e") && !lemma.endsWith("ee") && !lemma.endsWith("ye") && lemma.length() > 2) {
            return lemma.substring(0, lemma.length() - 1) + "ing";
        }
        boolean twice = doubled || irregularDouble(lemma);
        return lemma + (twice ? lemma.substring(lemma.length() - 1) : "") + "ing";
    }

    private static boolean irregularDouble(String lemma) {
        int n = lemma.length();
        return n == 3
                && VOWELS.indexOf(lemma.charAt(1)) >= 0
                && VOWELS.indexOf(lemma.charAt(0)) < 0
                && VOWELS.indexOf(lemma.charAt(2)) < 0
                && "wxy".indexOf(lemma.charAt(2)) < 0;
    }

    private static boolean consonantY(String lemma) {
        int n = lemma.length();
        return n > 1 && lemma.charAt(n - 1) == 'y' && VOWELS.indexOf(lemma.charAt(n - 2)) < 0;
    }
}
