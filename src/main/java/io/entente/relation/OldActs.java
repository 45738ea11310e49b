package io.entente.relation;

import io.entente.avro.Statement;
import io.entente.avro.Status;
import io.entente.table.TsvTable;
import io.entente.table.WordSets;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Recognises acts that an article reports as its background, since their clause dates them long before it or says that they are usual. */
final class OldActs {
    private static final WordSets<Mark> WORDS =
            WordSets.of(TsvTable.resource(OldActs.class, "background.tsv"), Mark.class);

    private static final Pattern USUALLY =
            Pattern.compile("\\b" + anyOf(Mark.USUAL) + "\\s+(?:\\w+\\s+)?$", Pattern.CASE_INSENSITIVE);

    /** Up to a comma or a word with which another clause begins. */
    private static final String SAME_CLAUSE =
            "^(?:\\([^()]*\\)|(?!\\b" + anyOf(Mark.CLAUSE_OPENER) + "\\b)[^,;:.()\\u2013\\u2014]){0,60}?";

    private static final Pattern LONG_AGO =
            Pattern.compile(SAME_CLAUSE + "\\b" + anyOf(Mark.LONG_AGO) + "\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern IN_A_YEAR = Pattern.compile(SAME_CLAUSE
            + "\\b(?:in|since|from|between|until) (?:the )?(?:(?:early|mid|late)[ -])?(?:\\p{Lu}\\p{L}+ )?"
            + "((?:19|20)\\d\\d)(?:s\\b|\\b(?![-\\u2013]))");

    /** "Four days after an Iranian …", up to the act. */
    private static final Pattern LONG_AFTER = Pattern.compile(
            "\\b(?:(?:" + anyOf(Mark.DAYS) + "|\\d+) days|" + anyOf(Mark.LONGER)
                    + ") (?:after|since) (?:\\p{Ll}{1,3} |\\d+ )?([^,;:.]*)$",
            Pattern.CASE_INSENSITIVE);

    private static final int YEAR = 12;

    /** A month further back may be meant as one to come. */
    private static final int MONTHS_BACK = 4;

    private static final String MONTHS = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .collect(Collectors.joining("|", "(", ")"));

    /** Not "in April next year". */
    private static final Pattern IN_A_MONTH = Pattern.compile(SAME_CLAUSE + "\\bin " + MONTHS + "\\b(?! next| \\d)");

    /** Classes of background.tsv. */
    private enum Mark {
        USUAL,
        CLAUSE_OPENER,
        LONG_AGO,
        DAYS,
        LONGER,
        LASTING
    }

    private OldActs() {}

    static boolean isOne(Statement statement) {
        String sentence = statement.getSentence();
        int begin = statement.getTriggerBegin() - statement.getBegin();
        int end = begin + statement.getTrigger().length();
        if (statement.getBegin() < 0 || begin < 0 || end > sentence.length()) {
            return false;
        }
        String after = sentence.substring(end);
        String before = sentence.substring(0, begin);
        return USUALLY.matcher(before).find()
                || longBefore(statement, before)
                || WORDS.in(Mark.LASTING, statement.getTrigger().toLowerCase(Locale.ROOT))
                || LONG_AGO.matcher(after).find()
                || inAnEarlierYear(statement, after)
                || inAnEarlierMonth(statement, after);
    }

    /** Whether something else happened so long after it that reports of the two are none of one act: "four days after X fired on Y". */
    private static boolean longBefore(Statement statement, String before) {
        Matcher after = LONG_AFTER.matcher(before);
        return after.find()
                && Stream.of(statement.getSourceText(), statement.getTargetText())
                        .flatMap(Optional::stream)
                        .anyMatch(after.group(1)::startsWith);
    }

    /** Whether its clause dates it in a month that ended before the last one began: "shot down a drone in April", told in June. */
    private static boolean inAnEarlierMonth(Statement statement, String after) {
        Matcher month = IN_A_MONTH.matcher(after);
        if (statement.getStatus() == Status.INTENDED || !month.find()) {
            return false;
        }
        int published = statement.getPublishedAt().atZone(ZoneOffset.UTC).getMonthValue();
        int ago = Math.floorMod(
                published
                        - Month.valueOf(month.group(1).toUpperCase(Locale.ROOT)).getValue(),
                YEAR);
        return ago >= 2 && ago <= MONTHS_BACK;
    }

    private static boolean inAnEarlierYear(Statement statement, String after) {
        if (!after.contains("19") && !after.contains("20")) {
            return false;
        }
        Matcher year = IN_A_YEAR.matcher(after);
        return year.find()
                && Integer.parseInt(year.group(1))
                        < statement.getPublishedAt().atZone(ZoneOffset.UTC).getYear();
    }

    private static String anyOf(Mark mark) {
        return WORDS.get(mark).stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }
}
