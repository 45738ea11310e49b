package io.entente.relation;

import io.entente.avro.Statement;
import io.entente.language.segment.Segmenter;
import io.entente.language.segment.Sentence;
import io.entente.language.segment.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the {@link TextFingerprint} of statements. Immutable. */
final class TextFingerprints {
    private static final int LONGEST = 200;
    private static final int SAME_ROOT = 4;
    private static final String SKIPPED = "";

    private final Segmenter segmenter = new Segmenter();
    private final Vocabulary vocabulary;

    TextFingerprints(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    TextFingerprint of(Statement statement) {
        List<Token> tokens = words(statement.getSentence());
        List<String> forms = forms(tokens);
        Set<String> actors = Set.copyOf(forms(words(statement.getSourceText().orElse("") + " "
                + statement.getTargetText().orElse(""))));
        Set<String> trigger = Set.copyOf(forms(words(statement.getTrigger())));
        Map<Integer, Word> content = new TreeMap<>();
        int[] bigrams = new int[tokens.size()];
        int count = 0;
        int last = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String form = forms.get(i);
            if (form.equals(SKIPPED)) {
                continue;
            }
            int hash = hash(form);
            bigrams[count++] = hash * 31 + last * 0x9E3779B9;
            last = hash;
            WordClass kind = kind(token, form, i == 0);
            double weight = vocabulary.weight(token.lower()) * kind.weight();
            if (weight > 0 && !trigger.contains(form) && !namesActor(token, form, actors)) {
                content.put(hash, new Word(weight, kind));
            }
        }
        return wording(
                content, Arrays.stream(bigrams, 0, count).sorted().distinct().toArray());
    }

    private record Word(double weight, WordClass kind) {}

    private static TextFingerprint wording(Map<Integer, Word> content, int[] bigrams) {
        int[] words = new int[content.size()];
        float[] weights = new float[words.length];
        byte[] classes = new byte[words.length];
        int i = 0;
        for (Map.Entry<Integer, Word> entry : content.entrySet()) {
            words[i] = entry.getKey();
            weights[i] = (float) entry.getValue().weight();
            classes[i++] = (byte) entry.getValue().kind().ordinal();
        }
        return new TextFingerprint(words, weights, classes, bigrams);
    }

    private List<Token> words(String sentence) {
        return segmenter.segment(null, sentence).sentences().stream()
                .map(Sentence::tokens)
                .flatMap(List::stream)
                .filter(token -> token.word() && !token.lower().equals("'s"))
                .limit(LONGEST)
                .toList();
    }

    /** The forms of {@code tokens}, one each; of a number in several words the last one bears the whole. */
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
        return forms;
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
