package io.entente.coder.rules.lexicon;

import io.entente.avro.EventType;
import io.entente.coder.extract.EventTypes;
import io.entente.language.Words;
import io.entente.table.TsvRow;
import io.entente.table.UserTables;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The event lexicon: verbs, nouns, words that judge, words that show what is not politics. Immutable. */
public final class EventLexicon {
    private static final String PLUS = " + ";

    private final Map<String, VerbLemma> verbs = new HashMap<>();
    private final Map<String, NounEntry> nouns = new HashMap<>();
    private final Map<String, Map<String, AdjunctEntry>> adjuncts = new HashMap<>();
    private final Map<String, Double> judgements = new HashMap<>();
    private final Map<LexiconSet, Set<String>> sets = new EnumMap<>(LexiconSet.class);
    private final Invitations invitations = Invitations.bundled();

    private EventLexicon() {}

    /** The lexicon that ships with the program. */
    public static EventLexicon load() {
        return load(UserTables.read(LexiconTable.class, null), Words.load());
    }

    /**
     * The lexicon that ships with the program, extended by a user's own lines: a bare verb of his, a noun, a phrase or a judgement
     * replaces the built-in one, a pattern goes before those that need as much, words are added to sets.
     *
     * @param own his lines; those that cannot be used are among its problems
     * @param words knows the verbs' forms
     */
    public static EventLexicon load(UserTables<LexiconTable> own, Words words) {
        EventLexicon lexicon = new EventLexicon();
        own.withBuiltIn(LexiconTable.JUDGEMENTS, lexicon::judgements);
        NamedSets sets = new NamedSets();
        own.withBuiltIn(LexiconTable.SETS, sets::add);
        lexicon.sets.putAll(sets.ofRules());
        Map<String, List<PatternConstraint>> needs = new HashMap<>();
        own.each(LexiconTable.VERBS, row -> {
            lexicon.verbs(row, needs, sets);
            formsKnown(row, words);
        });
        lexicon.verbs.values().forEach(VerbLemma::close);
        LexiconTable.VERBS.builtIn().each(row -> lexicon.verbs(row, needs, sets));
        lexicon.verbs.values().forEach(VerbLemma::sort);
        own.withBuiltIn(LexiconTable.SETS, sets::check);
        own.withBuiltIn(LexiconTable.NOUNS, lexicon::nouns);
        own.withBuiltIn(LexiconTable.ADJUNCTS, lexicon::adjuncts);
        return lexicon;
    }

    private static void formsKnown(TsvRow row, Words words) {
        for (String id : row.forms(0)) {
            String lemma = id.split("[. ]", 2)[0];
            if (!words.verb(lemma)) {
                throw row.fault(0, "the forms of '" + lemma + "' are not known; add it to forms.tsv");
            }
        }
    }

    /** What is known of a verb, with its particle after a dot. */
    public VerbLemma verb(String verb) {
        return verbs.getOrDefault(verb, VerbLemma.UNKNOWN);
    }

    /** The act that {@code noun} names after {@code preposition} beside a clause. */
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

    /** Whether {@code word} belongs to a set. */
    public boolean in(LexiconSet set, String word) {
        return set(set).contains(word);
    }

    /** The words of a set. */
    public Set<String> set(LexiconSet set) {
        return sets.getOrDefault(set, Set.of());
    }

    /** How a word colours a text: its judgement or, for a verb or noun of the lexicon, a tenth of its intensity. */
    public Map<String, Double> tones() {
        Map<String, Double> tones = new HashMap<>();
        verbs.forEach((key, verb) -> {
            if (!verb.alone().isEmpty()) {
                tones.put(key, verb.alone().get(0).intensity() / EventTypes.SCALE);
            }
        });
        nouns.forEach((key, noun) -> tones.putIfAbsent(key, noun.intensity() / EventTypes.SCALE));
        tones.putAll(judgements);
        tones.values().removeIf(tone -> tone == 0);
        return tones;
    }

    /**
     * Adds the verbs of a line.
     *
     * @param needs what was read so far, by how it is spelt: the verbs of a line share it
     * @param sets the sets that patterns may name
     */
    private void verbs(TsvRow row, Map<String, List<PatternConstraint>> needs, NamedSets sets) {
        EventType type = none(row, 1) ? null : row.constant(1, EventType.class);
        double intensity =
                !none(row, 2) ? row.number(2, EventTypes.SCALE) : type == null ? 0 : EventTypes.intensity(type);
        List<String> slots = none(row, 3) ? List.of() : List.of(row.cell(3).split(",", -1));
        VerbClass operator = row.cell(4).isEmpty() || none(row, 4) ? VerbClass.NONE : row.constant(4, VerbClass.class);
        String severe = SevereMark.of(row, 5);
        Set<VerbMark> marks = SevereMark.others(row, 5, VerbMark.class);
        String ids = row.required(0, "a verb");
        int shared = ids.indexOf(PLUS);
        for (String id : row.forms(0)) {
            int plus = id.indexOf(PLUS);
            String key = plus < 0 ? id : id.substring(0, plus);
            String needed = plus >= 0 ? id.substring(plus) : shared >= 0 ? ids.substring(shared) : "";
            VerbLemma verb = verbs.computeIfAbsent(key, k -> new VerbLemma());
            if (operator == VerbClass.MISDEED && needed.isEmpty()) {
                verb.blame();
            } else {
                List<PatternConstraint> all = needed.isEmpty()
                        ? List.of()
                        : row.read(
                                0,
                                cell -> needs.computeIfAbsent(
                                        needed.substring(PLUS.length()),
                                        text -> PatternConstraint.all(text, sets::inPattern)));
                verb.add(new VerbEntry(key, all, type, intensity, slots, operator, severe, marks));
            }
        }
    }

    private void judgements(TsvRow row) {
        double value = row.number(0, 1);
        row.words(1).forEach(word -> judgements.putIfAbsent(word, value));
    }

    private void nouns(TsvRow row) {
        EventType type = row.constant(1, EventType.class);
        double intensity = none(row, 2) ? EventTypes.intensity(type) : row.number(2, EventTypes.SCALE);
        List<String> slots = List.of(row.cell(3).split(",", -1));
        String severe = SevereMark.of(row, 4);
        Set<NounMark> marks = SevereMark.others(row, 4, NounMark.class);
        for (String id : row.forms(0)) {
            nouns.putIfAbsent(id, new NounEntry(id, type, intensity, slots, severe, marks));
        }
    }

    private void adjuncts(TsvRow row) {
        AdjunctEntry adjunct = new AdjunctEntry(
                row.constant(2, EventType.class),
                row.number(3, EventTypes.SCALE),
                row.constant(4, AdjunctEntry.Agent.class));
        for (String preposition : row.forms(0)) {
            for (String noun : row.forms(1)) {
                adjuncts.computeIfAbsent(preposition, k -> new HashMap<>()).putIfAbsent(noun, adjunct);
            }
        }
    }

    /** Whether on a day the forces of {@code guest} fight in {@code host} at its government's side. */
    public boolean invited(String guest, String host, LocalDate day) {
        return invitations.hold(guest, host, day);
    }

    private static boolean none(TsvRow row, int column) {
        return row.cell(column).equals("-");
    }

    /** The entry of a noun in the form in which it stands. */
    @Nullable
    public NounEntry nounOf(String lower) {
        NounEntry entry = nouns.get(lower);
        return entry != null ? entry : nouns.get(Words.singular(lower));
    }
}
