package io.entente.cli.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant who mistyped a word. */
final class Suggestions {
    private Suggestions() {}

    /** Those of {@code known} that few slips of the keyboard turn into {@code typed}, the nearest first. */
    static List<String> of(String typed, Collection<String> known) {
        String word = typed.toLowerCase(Locale.ROOT);
        int most = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(each -> slips(word, each) <= most)
                .sorted(Comparator.comparingInt((String each) -> slips(word, each))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** How many letters were added, left out, replaced or swapped with their neighbours: the optimal string alignment distance. */
    private static int slips(String a, String b) {
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                    continue;
                }
                int replaced = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                distance[i][j] = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    distance[i][j] = Math.min(distance[i][j], 1 + distance[i - 2][j - 2]);
                }
            }
        }
        return distance[a.length()][b.length()];
    }
}
