package io.entente.article.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The news agency that a text credits: at its begin ("WARSAW (Reuters) -"), or at its end ("AFP contributed to this report"). Whoever prints
 * it, the report is the agency's. Names are those of {@code agencies.tsv}. Immutable.
 */
public final class WireCredit {
    private static final int BEGIN = 160;
    private static final int END = 240;

    private final Pattern begin;
    private final Pattern end;

    private WireCredit(List<String> agencies) {
        String names = String.join(
                "|",
                agencies.stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(Pattern::quote)
                        .toList());
        String name = "(?<name>" + names + ")";
        this.begin = Pattern.compile("\\((?:[^()\\n]{1,20}[,/] ?)?" + name + "\\)\\s{0,3}[-–—:]");
        this.end = Pattern.compile(
                "(?:\\b" + name.replace("name", "a") + "(?: (?:and|,) [^\\n.]{1,60})? contributed (?:to|reporting)\\b"
                        + "|\\b(?:[Ww]ith|[Aa]dditional) (?:reporting|files|material|inputs?) (?:from|by) "
                        + name.replace("name", "b") + "\\b"
                        + "|(?:^|\\n)\\s{0,9}(?:[(\\[]|[-–—©] ?|[Ss]ource: ?)" + name.replace("name", "c")
                        + "[)\\].]{0,2}\\s{0,9}$"
                        + "|[(\\[]" + name.replace("name", "d") + "[)\\]]\\s{0,9}$)");
    }

    /** The agencies that come with Entente. */
    public static WireCredit bundled() {
        return new WireCredit(NewsAgencies.names());
    }

    /** The agency that {@code body} credits, as it is written there. */
    public Optional<String> of(String body) {
        Matcher first = begin.matcher(body.substring(0, Math.min(BEGIN, body.length())));
        if (first.find()) {
            return Optional.of(first.group("name"));
        }
        Matcher last = end.matcher(body.substring(Math.max(0, body.length() - END)));
        if (!last.find()) {
            return Optional.empty();
        }
        for (String group : List.of("a", "b", "c", "d")) {
            if (last.group(group) != null) {
                return Optional.of(last.group(group));
            }
        }
        return Optional.empty();
    }
}
