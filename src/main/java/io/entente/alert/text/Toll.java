package io.entente.alert.text;

import io.entente.table.TsvTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how many people a sentence says were killed. */
final class Toll {
    private static final Map<String, Integer> WORDS = words();
    private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+|\\d{1,6}|" + String.join("|", WORDS.keySet()) + ")";
    private static final String ABOUT =
            "(?:at least |about |around |approximately |some |more than |over |nearly |almost |as many as |up to |an estimated )?";
    /** What may stand between a number and what befell those people, or between a verb and a number; no other number, no sentence end. */
    private static final String BETWEEN = "(?:(?!wounded|injured|hurt|missing)[^\\s\\d.;:]+ ){0,6}?";

    private static final List<Pattern> FORMS = List.of(
            form("\\b(?:kill(?:s|ed|ing)?|claim(?:s|ed|ing)? the lives of) " + ABOUT + NUMBER
                    + "\\b(?! (?:years|days|months|hours|times|others injured|injured|wounded))"),
            form("\\b" + NUMBER + " " + BETWEEN
                    + "(?:were |are |was |is |been |being )?(?:reportedly )?(?:killed|dead|died|die|dies|slain)\\b"),
            form("\\bdeath toll " + BETWEEN + ABOUT + NUMBER + "\\b"),
            form("\\b" + NUMBER + " (?:deaths|fatalities)\\b"));

    private Toll() {}

    private static Pattern form(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /** The largest number that the sentence gives of people killed; empty if it gives none. */
    static OptionalInt killed(String sentence) {
        int most = 0;
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(sentence);
            while (matcher.find()) {
                most = Math.max(most, number(matcher.group(1)));
            }
        }
        return most == 0 ? OptionalInt.empty() : OptionalInt.of(most);
    }

    private static int number(String text) {
        Integer number = WORDS.get(text.toLowerCase(Locale.ROOT));
        return number == null ? Integer.parseInt(text.replace(",", "")) : number;
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new LinkedHashMap<>();
        TsvTable.resource(Toll.class, "numbers.tsv")
                .each(row -> words.put(row.required(0, "a word"), row.read(1, Integer::valueOf)));
        return words;
    }
}
