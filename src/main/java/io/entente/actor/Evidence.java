package io.entente.actor;

import io.entente.actor.Sense.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an article as a whole says about ambiguous names: the countries that it names beyond doubt, and signs of home news. */
final class Evidence {
    private final Set<String> named = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private int homeUs;
    private int food;

    static Evidence of(List<Line> lines, int day) {
        Evidence evidence = new Evidence();
        for (Line line : lines) {
            evidence.read(line, day);
        }
        return evidence;
    }

    private void read(Line line, int day) {
        for (int i = 0; i < line.size(); i++) {
            if (line.marks(i) != 0) {
                homeUs += line.has(i, Mark.HOME_US) || line.has(i, Mark.STATE) && line.hit(i) == null ? 1 : 0;
                food += line.has(i, Mark.FOOD) ? 1 : 0;
            }
            Hit hit = line.hit(i);
            if (hit == null || hit.is(Type.HEAD)) {
                continue;
            }
            for (Sense sense : hit.senses()) {
                if (sense.code() != null && !sense.weak() && sense.on(day)) {
                    named.add(sense.code());
                    words.add(sense.code() + "/" + line.lower(i));
                }
            }
        }
    }

    /** Whether the article names that country in words that can mean nothing else. */
    boolean names(String code) {
        return named.contains(code);
    }

    /** Whether it names that country in other words than {@code word}. */
    boolean namesOtherwise(String code, String word) {
        for (String other : words) {
            if (other.startsWith(code + "/") && !other.endsWith("/" + word)) {
                return true;
            }
        }
        return false;
    }

    int homeUs() {
        return homeUs;
    }

    int food() {
        return food;
    }
}
