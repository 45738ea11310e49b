package io.entente.actor;

import io.entente.actor.dictionary.WordMark;
import java.util.BitSet;
import java.util.List;

/** Which sentences are about a game, where a country's name is a team's. */
final class SportFilter {
    private SportFilter() {}

    /** Sentences that are about a game by themselves; and where such are two fifths of an article, all that say nothing political. */
    static BitSet games(List<TaggedSentence> lines) {
        BitSet games = new BitSet(lines.size());
        BitSet political = new BitSet(lines.size());
        for (TaggedSentence line : lines) {
            boolean politics = line.any(WordMark.POLITICS);
            political.set(line.index(), politics);
            games.set(line.index(), !politics && game(line));
        }
        if (games.cardinality() >= 2 && games.cardinality() * 5 >= lines.size() * 2) {
            games.set(0, lines.size());
            games.andNot(political);
        }
        return games;
    }

    private static boolean game(TaggedSentence line) {
        if (!line.any(WordMark.SPORT) && !line.any(WordMark.GAME)) {
            return false;
        }
        int signs = count(line, WordMark.SPORT);
        int hints = count(line, WordMark.GAME);
        return signs > 0 && hints + signs > 1 || signs > 0 && line.size() < 25 || hints > 2 || hints > 0 && score(line);
    }

    private static int count(TaggedSentence line, WordMark mark) {
        int count = 0;
        for (int i = 0; i < line.size(); i++) {
            count += line.has(i, mark) ? 1 : 0;
        }
        return count;
    }

    /** Whether a result such as 2-0 stands in it. */
    private static boolean score(TaggedSentence line) {
        for (int i = 1; i < line.size() - 1; i++) {
            if (line.hyphen(i) && number(line.lower(i - 1)) && number(line.lower(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean number(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isDigit(word.charAt(i))) {
                return false;
            }
        }
        return !word.isEmpty() && word.length() < 4;
    }
}
