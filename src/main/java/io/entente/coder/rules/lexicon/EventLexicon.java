package io.entente.coder.rules.lexicon;

import io.entente.avro.EventType;
import io.entente.language.Words;
import io.entente.table.TableResource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The event lexicon: verbs, nouns, words that judge, words that tell what is no politics. Immutable. */
public final class EventLexicon {
    private static final String PLUS = " + ";

    private final Map<String, VerbLemma> verbs = new HashMap<>();
    private final Map<String, NounEntry> nouns = new HashMap<>();
    private final Map<String, Map<String, AdjunctEntry>> adjuncts = new HashMap<>();
    private final Map<String, Double> judgements = new HashMap<>();
    private final Map<String, Set<String>> sets = new HashMap<>();

    private EventLexicon() {}

    /** The lexicon that ships with the program. */
    public static EventLexicon load() {
        return load(UserTables.read(null), Words.load());
    }

    /**
     * The lexicon that ships with the program, extended by a user's own lines: a bare verb of his, a noun, a phrase or a judgement
     * replaces the built-in one, a pattern goes before those that need as much, words are added to sets.
     *
     * @param own his lines; those that cannot be used are among its problems
     * @param words knows the verbs' forms
     */
    public static EventLexicon load(UserTables own, Words words) {
        EventLexicon lexicon = new EventLexicon();
        lexicon.read(LexiconTable.JUDGEMENTS, own, lexicon::judgements);
        lexicon.read(LexiconTable.SETS, own, row -> lexicon.sets
                .computeIfAbsent(row[0], k -> new HashSet<>())
                .addAll(List.of(row[1].split(" ", -1))));
        Map<String, List<PatternConstraint>> needs = new HashMap<>();
        own.each(LexiconTable.VERBS, row -> {
            lexicon.verbs(row, needs);
            formsKnown(row[0], words);
        });
        lexicon.verbs.values().forEach(VerbLemma::close);
        TableResource.rows(EventLexicon.class, LexiconTable.VERBS.file()).forEach(row -> lexicon.verbs(row, needs));
        lexicon.verbs.values().forEach(VerbLemma::sort);
        lexicon.read(LexiconTable.NOUNS, own, lexicon::nouns);
        lexicon.read(LexiconTable.ADJUNCTS, own, lexicon::adjuncts);
        return lexicon;
    }

    private void read(LexiconTable table, UserTables own, Consumer<String[]> use) {
        own.each(table, use);
        TableResource.rows(EventLexicon.class, table.file()).forEach(use);
    }

    private static void formsKnown(String verbs, Words words) {
        int plus = verbs.indexOf(PLUS);
        for (String verb : (plus < 0 ? verbs : verbs.substring(0, plus)).split("; ", -1)) {
            String lemma = verb.split("\\.", 2)[0];
            if (!words.verb(lemma)) {
                throw new IllegalArgumentException("the forms of '" + lemma + "' are not known; add it to forms.tsv");
            }
        }
    }

    /** What is known of a verb, with its particle behind a dot. */
    public VerbLemma verb(String verb) {
        return verbs.getOrDefault(verb, VerbLemma.UNKNOWN);
    }

    @Nullable
    NounEntry noun(String lemma) {
        return nouns.get(lemma);
    }

    /** The act that {@code noun} names behind {@code preposition} beside a clause. */
    @Nullable
    public AdjunctEntry adjunct(String preposition, String noun) {
        Map<String, AdjunctEntry> nouns = adjuncts.get(preposition);
        if (nouns == null) {
            return null;
        }
        AdjunctEntry adjunct = nouns.get(noun);
        return adjunct != null ? adjunct : nouns.get(Words.singular(noun));
    }

    public boolean misdeed(String verb) {
        return verb(verb).misdeed();
    }

    /** How a word judges what it is said of, -1 to 1; 0 if it does not. */
    public double judgement(String lower) {
        Double value = judgements.get(lower);
        return value == null ? 0 : value;
    }

    /** Whether {@code word} belongs to the class {@code set} of sets.tsv. */
    public boolean in(String set, String word) {
        return set(set).contains(word);
    }

    /** The words of the class {@code set} of sets.tsv. */
    public Set<String> set(String set) {
        return sets.getOrDefault(set, Set.of());
    }

    /** How a word colours a text: its judgement or, for a verb of the lexicon, a tenth of its intensity. */
    public Map<String, Double> tones() {
        Map<String, Double> tones = new HashMap<>();
        verbs.forEach((key, verb) -> {
            if (!verb.alone().isEmpty()) {
                tones.put(key, verb.alone().get(0).intensity() / EventTypes.SCALE);
            }
        });
        tones.putAll(judgements);
        tones.values().removeIf(tone -> tone == 0);
        return tones;
    }

    /**
     * Adds the verbs of a line.
     *
     * @param needs what was read so far, by how it is spelt: the verbs of a line share it
     */
    private void verbs(String[] row, Map<String, List<PatternConstraint>> needs) {
        EventType type = row[1].equals("-") ? null : LexiconTable.type(row[1]);
        double intensity = row[2].equals("-")
                ? (type == null ? 0 : EventTypes.intensity(type))
                : LexiconTable.number(row[2], EventTypes.SCALE);
        List<String> slots = row[3].equals("-") ? List.of() : List.of(row[3].split(",", -1));
        VerbClass operator = VerbClass.of(row.length > 4 ? row[4] : "");
        Set<String> marks = row.length > 5 ? Set.of(row[5].split(" ", -1)) : Set.of();
        int shared = row[0].indexOf(PLUS);
        for (String id : row[0].split("; ", -1)) {
            int plus = id.indexOf(PLUS);
            String key = plus < 0 ? id : id.substring(0, plus);
            String needed = plus >= 0 ? id.substring(plus) : shared >= 0 ? row[0].substring(shared) : "";
            VerbLemma verb = verbs.computeIfAbsent(key, k -> new VerbLemma());
            if (operator == VerbClass.MISDEED && needed.isEmpty()) {
                verb.blame();
            } else {
                List<PatternConstraint> all = needed.isEmpty()
                        ? List.of()
                        : needs.computeIfAbsent(
                                needed.substring(PLUS.length()), text -> PatternConstraint.all(text, this::set));
                verb.add(new VerbEntry(key, all, type, intensity, slots, operator, marks));
            }
        }
    }

    private void judgements(String[] row) {
        double value = LexiconTable.number(row[0], 1);
        for (String word : row[1].split(" ", -1)) {
            judgements.putIfAbsent(word, value);
        }
    }

    private void nouns(String[] row) {
        EventType type = LexiconTable.type(row[1]);
        double intensity =
                row[2].equals("-") ? EventTypes.intensity(type) : LexiconTable.number(row[2], EventTypes.SCALE);
        List<String> slots = List.of(row[3].split(",", -1));
        Set<String> marks = row.length > 4 ? Set.of(row[4].split(" ", -1)) : Set.of();
        for (String id : row[0].split("; ", -1)) {
            nouns.putIfAbsent(id, new NounEntry(id, type, intensity, slots, marks));
        }
    }

    private void adjuncts(String[] row) {
        if (!row[4].equals("named") && !row[4].equals("subject")) {
            throw new IllegalArgumentException("who acts is 'named' or 'subject', not '" + row[4] + "'");
        }
        AdjunctEntry adjunct = new AdjunctEntry(
                LexiconTable.type(row[2]), LexiconTable.number(row[3], EventTypes.SCALE), row[4].equals("named"));
        for (String preposition : row[0].split("; ", -1)) {
            for (String noun : row[1].split("; ", -1)) {
                adjuncts.computeIfAbsent(preposition, k -> new HashMap<>()).putIfAbsent(noun, adjunct);
            }
        }
    }

    /** The entry of a noun in the form in which it stands. */
    @Nullable
    public NounEntry nounOf(String lower) {
        NounEntry entry = nouns.get(lower);
        return entry != null ? entry : nouns.get(Words.singular(lower));
    }
}
