package io.entente.statement;

import io.entente.language.Token;
import java.time.LocalDate;
import java.util.Set;

/** Tells whether a sentence is about the past, more than a month before the article. */
final class History {
    private static final Set<String> LONG =
            Set.of("years", "decades", "centuries", "decade", "century", "months", "year");
    private static final int YEAR_DIGITS = 4;

    private final Scene scene;
    private final LocalDate date;

    History(Scene scene, LocalDate date) {
        this.scene = scene;
        this.date = date;
    }

    boolean tells() {
        for (int i = 0; i < scene.tokens().size(); i++) {
            String word = scene.lower(i);
            if (year(scene.tokens().get(i))
                    && i > 0
                    && Set.of(
                                    "in",
                                    "of",
                                    "since",
                                    "between",
                                    "january",
                                    "february",
                                    "march",
                                    "april",
                                    "may",
                                    "june",
                                    "july",
                                    "august",
                                    "september",
                                    "october",
                                    "november",
                                    "december")
                            .contains(scene.lower(i - 1))
                    && !scene.lower(i - 1).equals("since")) {
                return true;
            }
            if (word.equals("ago") && i > 1 && LONG.contains(scene.lower(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean year(Token token) {
        if (token.lower().length() != YEAR_DIGITS || !token.lower().chars().allMatch(Character::isDigit)) {
            return false;
        }
        int year = Integer.parseInt(token.lower());
        return year > 1500 && year < date.getYear();
    }
}
