package io.entente.actor;

import java.util.regex.Pattern;

/** Whether a sentence is about a game, where a country's name is a team's. */
final class Sport {
    private static final Pattern SCORE = Pattern.compile("\\d{1,3}");

    private Sport() {}

    static boolean game(Line line) {
        int signs = 0;
        int politics = 0;
        int hints = 0;
        boolean score = false;
        for (int i = 0; i < line.size(); i++) {
            signs += line.has(i, Mark.SPORT) ? 1 : 0;
            hints += line.has(i, Mark.GAME) ? 1 : 0;
            politics += line.has(i, Mark.POLITICS) ? 1 : 0;
            score |= line.hyphen(i)
                    && SCORE.matcher(line.lower(i - 1)).matches()
                    && SCORE.matcher(line.lower(i + 1)).matches();
        }
        boolean sport = signs > 0 && (hints > 0 || signs > 1 || politics == 0) || hints >= 2 && score || hints >= 3;
        return sport && politics == 0;
    }
}
