package io.entente.relation.similarity;

import io.entente.avro.EventType;
import io.entente.avro.Statement;
import io.entente.language.segment.Segmenter;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Token;
import io.entente.relation.similarity.Vocabulary.Concept;
import io.entente.relation.similarity.Vocabulary.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the {@link TextFingerprint} of statements. Immutable. */
public final class TextFingerprints {
    /** What is done at a place, which may be a capital; of other acts a capital is the government there. */
    static final Set<EventType> PLACED =
            Collections.unmodifiableSet(EnumSet.of(EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE));

    private static final int LONGEST = 200;
    private static final int SAME_ROOT = 4;
    private static final String SKIPPED = "";
    /** Shorter words are often in lower case in a title, too. */
    private static final int TITLE_WORD = 5;

    private static final int TITLE_WORDS = 4;
    private static final double TITLE_CASE = 0.7;
    private static final int MARKER_REACH = 9;
    /** As in "a day earlier". */
    private static final String EARLIER = "earlier";

    /** The concept of talks in {@code concepts.tsv}. */
    private static final String TALKS = "~meet";

    private static final Pattern DATELINE = Pattern.compile(
            "^\\p{Lu}[\\p{Lu} .,'’/-]+(?:, \\p{Lu}\\p{L}+\\.?)?(?: \\d{1,2})?\\s*(?:\\([^)]{2,30}\\))?\\s*[-–—]+\\s+");

    private final Segmenter segmenter = new Segmenter();
    private final Vocabulary vocabulary;

    public TextFingerprints(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The fingerprint of the sentence of {@code statement}, without its dateline and its parties. */
    public TextFingerprint of(Statement statement) {
        String sentence = DATELINE.matcher(statement.getSentence()).replaceFirst("");
        List<Token> tokens = words(sentence);
        List<String> forms = forms(tokens);
        Set<String> actors = actors(statement);
        Set<String> trigger = Set.copyOf(forms(words(statement.getTrigger())));
        boolean title = titleCase(tokens);
        Map<Integer, Word> content = new TreeMap<>();
        Set<Integer> deeds = new TreeSet<>();
        int[] bigrams = new int[tokens.size()];
        int count = 0;
        int last = 0;
        boolean talks = false;
        WordClass before = WordClass.PLAIN;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String form = forms.get(i);
            if (form.equals(SKIPPED)) {
                continue;
            }
            int hash = hash(form);
            bigrams[count++] = hash * 31 + last * 0x9E3779B9;
            last = hash;
            WordClass kind = kind(token, form, i == 0 || title);
            boolean place = token.capitalised() && vocabulary.place(form);
            if (place
                    || (kind == WordClass.NAME
                            && (before == WordClass.PLACE
                                    || vocabulary.signal(
                                            Signal.LOCATIVE, tokens.get(i - 1).lower())))) {
                kind = WordClass.PLACE;
            }
            before = kind;
            double weight = (form.indexOf(' ') < 0 ? vocabulary.weight(token.lower()) : 1) * kind.weight();
            Concept concept = weight == 0 ? null : vocabulary.concept(form);
            if (concept != null && kind != WordClass.NUMBER) {
                kind = WordClass.PLAIN;
                weight = concept.weight();
                hash = hash(concept.key());
                talks |= concept.key().equals(TALKS);
            }
            String state = kind == WordClass.NAME || kind == WordClass.PLACE ? vocabulary.state(form) : null;
            boolean party = state != null && party(state, statement);
            if (state != null && !party) {
                hash = hash('~' + state);
            }
            if (party && !PLACED.contains(statement.getEvent())) {
                continue;
            }
            if (weight > 0 && (place || !namesActor(token, form, actors))) {
                content.merge(hash, new Word(weight, kind), Word::heavier);
                if (trigger.contains(form)) {
                    deeds.add(hash);
                }
            }
        }
        return wording(
                content,
                deeds.stream().mapToInt(Integer::intValue).toArray(),
                Arrays.stream(bigrams, 0, count).sorted().distinct().toArray(),
                background(statement, sentence, tokens),
                talks);
    }

    /** Whether a state is the source or the target; a third one says where or with whom, one's own capital only where force is used. */
    private static boolean party(String state, Statement statement) {
        return state.equals(statement.getSource()) || state.equals(statement.getTarget());
    }

    /** The names of source and target, and the capitalised words that they are made of. */
    private Set<String> actors(Statement statement) {
        List<Token> named =
                words(statement.getSourceText().orElse("") + " "
                                + statement.getTargetText().orElse(""))
                        .stream()
                        .filter(Token::capitalised)
                        .toList();
        return forms(named).stream()
                .flatMap(form -> Stream.concat(Stream.of(form), Arrays.stream(form.split(" "))))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the act is reported as the background of another one: "a day after X struck", "in response to X's ban". */
    private boolean background(Statement statement, String sentence, List<Token> tokens) {
        int cut = statement.getSentence().length() - sentence.length();
        int at = statement.getTriggerBegin() < 0 || statement.getBegin() < 0
                ? sentence.indexOf(statement.getTrigger())
                : statement.getTriggerBegin() - statement.getBegin() - cut;
        int index = 0;
        while (index < tokens.size() && tokens.get(index).begin() < at) {
            index++;
        }
        for (int i = index - 1; i >= Math.max(0, index - MARKER_REACH); i--) {
            if (vocabulary.signal(Signal.BACKGROUND, tokens.get(i).lower())
                    && !comma(sentence, tokens.get(i).end(), at)) {
                return true;
            }
        }
        return tokens.subList(index, tokens.size()).stream()
                .anyMatch(token -> token.lower().equals(EARLIER));
    }

    /** Whether a comma stands between two places: what comes before it says nothing of the clause after it. */
    private static boolean comma(String sentence, int from, int to) {
        int comma = sentence.indexOf(',', from);
        return comma >= 0 && comma < to;
    }

    /** Whether most words are capitalised, as in the headlines of some outlets: then a capital means nothing. */
    private static boolean titleCase(List<Token> tokens) {
        List<Token> longer = tokens.stream()
                .filter(token -> token.text().length() >= TITLE_WORD)
                .toList();
        long capitalised = longer.stream().filter(Token::capitalised).count();
        return longer.size() >= TITLE_WORDS && capitalised > TITLE_CASE * longer.size();
    }

    private record Word(double weight, WordClass kind) {
        static Word heavier(Word one, Word other) {
            return one.weight >= other.weight ? one : other;
        }
    }

    private static TextFingerprint wording(
            Map<Integer, Word> content, int[] deeds, int[] bigrams, boolean background, boolean talks) {
        int[] words = new int[content.size()];
        float[] weights = new float[words.length];
        byte[] classes = new byte[words.length];
        int i = 0;
        for (Map.Entry<Integer, Word> entry : content.entrySet()) {
            words[i] = entry.getKey();
            weights[i] = (float) entry.getValue().weight();
            classes[i++] = (byte) entry.getValue().kind().ordinal();
        }
        return new TextFingerprint(words, weights, classes, deeds, bigrams, background, talks);
    }

    private List<Token> words(String sentence) {
        return segmenter.segment(null, sentence).sentences().stream()
                .map(Sentence::tokens)
                .flatMap(List::stream)
                .filter(token -> token.word() && !token.lower().equals("'s"))
                .limit(LONGEST)
                .toList();
    }

    /** The forms of {@code tokens}, one each; of a number in several words the last one bears the whole, of a name the first. */
    private List<String> forms(List<Token> tokens) {
        List<String> forms = new ArrayList<>(tokens.size());
        long number = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String form = vocabulary.form(tokens.get(i).lower());
            boolean spelt = Character.isDigit(form.charAt(0))
                    && tokens.get(i).text().chars().allMatch(Character::isLetter);
            if (!spelt) {
                number = 0;
            } else {
                long next = Long.parseLong(form);
                if (number > 0) {
                    forms.set(i - 1, SKIPPED);
                }
                number = next >= 100 ? Math.max(1, number) * next : number + next;
                form = Long.toString(number);
            }
            forms.add(form);
        }
        joinNames(tokens, forms);
        return forms;
    }

    /** The first word of a state's name bears the whole. */
    private void joinNames(List<Token> tokens, List<String> forms) {
        for (int i = 0; i < forms.size(); i++) {
            int words = tokens.get(i).capitalised() ? vocabulary.stateWords(forms, i) : 1;
            if (words > 1) {
                forms.set(i, String.join(" ", forms.subList(i, i + words)));
                Collections.fill(forms.subList(i + 1, i + words), SKIPPED);
            }
        }
    }

    /** Whether the word names an actor: one of the words that stand for it, or a capitalised relative ("Vietnamese" for Vietnam). */
    private static boolean namesActor(Token token, String form, Set<String> actors) {
        if (actors.contains(form)) {
            return true;
        }
        if (!token.capitalised() || form.length() < SAME_ROOT) {
            return false;
        }
        String root = form.substring(0, SAME_ROOT);
        return actors.stream().anyMatch(actor -> actor.startsWith(root));
    }

    private static WordClass kind(Token token, String form, boolean first) {
        if (Character.isDigit(form.charAt(0))) {
            return WordClass.NUMBER;
        }
        if (Vocabulary.time(token.lower())) {
            return WordClass.TIME;
        }
        return token.capitalised() && !first ? WordClass.NAME : WordClass.PLAIN;
    }

    private static int hash(String form) {
        int h = form.hashCode() * 0x85EBCA6B;
        return h ^ (h >>> 15);
    }
}
