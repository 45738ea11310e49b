package io.entente.actor;

import io.entente.actor.dictionary.Lexicon;
import io.entente.actor.dictionary.ReferenceWords;
import io.entente.actor.dictionary.WordMark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has been in the foreground of an article up to now. Every mention adds to its actor's salience, a subject twice as much,
 * and salience fades by a quarter with each sentence; what an article is about on the whole fades not at all.
 */
final class SalienceState {
    private static final double DECAY = 0.75;
    private static final double SUBJECT = 2;
    private static final double PLACE = 0.6;
    private static final double HEADLINE = 3;
    /** How much of what the whole article is about counts beside what the last sentences are about. */
    private static final double THEME = 0.6;

    /** How much an actor stands in the foreground. */
    private static final class Score {
        /** In the last sentences. */
        private double recent;
        /** In the article. */
        private double theme;

        double salience() {
            return recent + THEME * theme;
        }
    }

    private final Lexicon lexicon;
    private final Map<String, Score> scores = new HashMap<>();
    private final List<MentionCandidate> seen = new ArrayList<>();
    /** Subject of the sentence so far, and of its present clause with the word that opened it. */
    private @Nullable MentionCandidate subject;

    private @Nullable MentionCandidate clause;
    private String opener = "";
    /** Subject, and whoever spoke last, in the sentence before. */
    private @Nullable MentionCandidate before;

    private @Nullable MentionCandidate speaker;
    private @Nullable MentionCandidate speaking;
    private @Nullable String fronted;

    SalienceState(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    void nextSentence() {
        for (Score score : scores.values()) {
            score.recent *= DECAY;
        }
        before = subject == null ? before : subject;
        speaker = speaking == null ? before : speaking;
        speaking = null;
        subject = null;
        clause = null;
        opener = "";
        fronted = null;
    }

    /** Takes note of a group whose actor is known. */
    void note(TaggedSentence line, MentionCandidate group) {
        int at = start(line, group);
        boolean place = line.has(at - 1, WordMark.PREPOSITION) && !group.person;
        boolean foreground = !place && !line.has(at - 1, WordMark.CASE) && !group.attribute && !group.object;
        if (place && subject == null && fronted == null) {
            fronted = group.codes.get(0);
        }
        if (foreground && subject == null) {
            group.afterVerb = verb(line, at);
            subject = group;
        }
        boolean silent = line.has(at - 1, WordMark.ACT) && auxiliary(line.lower(group.last));
        if (foreground && (clause == null || silent || opensClause(line, at))) {
            clause = group;
            opener = silent ? "that" : line.lower(at - 1);
        }
        if (foreground
                && !group.joined
                && (line.has(group.last, WordMark.ACT)
                        || line.has(at - 1, WordMark.ACT) && at - 1 > 0 && !line.word(at - 2))) {
            speaking = group;
        }
        for (String code : group.codes) {
            Score score = scores.computeIfAbsent(code, first -> new Score());
            score.recent += group == subject ? SUBJECT : place ? PLACE : 1;
            score.theme += place ? PLACE : headline(line) ? HEADLINE : 1;
        }
        seen.add(group);
    }

    private static boolean verb(TaggedSentence line, int until) {
        for (int i = 0; i < until; i++) {
            if (auxiliary(line.lower(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean auxiliary(String word) {
        return switch (word) {
            case "was", "were", "is", "are", "has", "have", "had", "will", "would" -> true;
            default -> false;
        };
    }

    private static boolean headline(TaggedSentence line) {
        return line.index() == 0 && line.sentence().heading();
    }

    /** Where the noun phrase begins whose core the group is. */
    static int start(TaggedSentence line, MentionCandidate group) {
        int at = group.first;
        while (at > 0 && introduces(line, at - 1)) {
            at--;
        }
        return at;
    }

    private static boolean introduces(TaggedSentence line, int i) {
        return switch (line.lower(i)) {
            case "the", "a", "an", "\"", "both", "some" -> true;
            default -> line.has(i, WordMark.MODIFIER) && line.hit(i) == null;
        };
    }

    private static boolean opensClause(TaggedSentence line, int at) {
        String word = line.lower(at - 1);
        boolean joint = word.equals("and")
                && (line.lower(at - 2).equals(",") || line.lower(at - 2).equals(";"));
        return ReferenceWords.CLAUSE_START.has(word) || word.equals(";") || joint;
    }

    boolean objectPosition(TaggedSentence line, MentionCandidate group) {
        int at = start(line, group);
        if (auxiliary(line.lower(group.last)) || line.lower(group.last).endsWith("ing")) {
            return false; // "he said the two had", "with the two aiming"
        }
        return switch (line.lower(at - 1)) {
            case "with", "to", "on", "for", "toward", "towards", "help" -> true;
            default -> line.has(at - 1, WordMark.ACT) || line.lower(at - 1).endsWith("ed");
        };
    }

    @Nullable
    MentionCandidate subject() {
        return subject;
    }

    @Nullable
    MentionCandidate clause() {
        return clause;
    }

    /** The word before the present clause's subject, such as "that", "while" or ";". */
    String opener() {
        return opener;
    }

    @Nullable
    MentionCandidate before() {
        return before;
    }

    @Nullable
    MentionCandidate speaker() {
        return speaker;
    }

    /** The place that the sentence opens with ("In Vienna, …"), or null. */
    @Nullable
    String fronted() {
        return fronted;
    }

    /** All groups so far, the last one last. */
    List<MentionCandidate> seen() {
        return seen;
    }

    boolean country(String code) {
        return lexicon.kind(code) == Lexicon.Kind.COUNTRY;
    }

    /** Codes by salience, the highest first, without those in {@code not}. */
    List<String> ranked(Set<String> not, boolean countriesOnly) {
        List<String> codes = new ArrayList<>();
        for (String code : scores.keySet()) {
            if (!not.contains(code) && (!countriesOnly || country(code))) {
                codes.add(code);
            }
        }
        codes.sort(
                Comparator.comparingDouble((String code) -> -salience(code)).thenComparing(Comparator.naturalOrder()));
        return codes;
    }

    private double salience(String code) {
        Score score = scores.get(code);
        return score == null ? 0 : score.salience();
    }
}
