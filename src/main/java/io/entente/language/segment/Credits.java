package io.entente.language.segment;

import io.entente.article.text.NewsAgencies;
import io.entente.table.TsvTable;
import io.entente.table.WordSets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Recognises what wire copy carries around its sentences: the dateline before the first, credits after the last. */
final class Credits {
    private static final int LONGEST_DATELINE = 18;

    /** How many parts a dateline may have: an agency, a place, an agency again. */
    private static final int LONGEST_PREFIX = 3;

    /** Shorter words in capitals before a comma are rather a state's or bloc's name than a town's: "US, Russia – …". */
    private static final int SHORTEST_TOWN = 4;

    private static final WordSets<Mark> WORDS =
            WordSets.of(TsvTable.resource(Credits.class, "credits.tsv"), Mark.class);
    private static final Set<String> AGENCIES = NewsAgencies.names().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> LABEL_ENDS = Set.of("|", ":", "-", "–");

    private enum Mark {
        LABEL,
        CREDIT,
        ACTOR
    }

    private Credits() {}

    /** Whether the whole paragraph is a credit, such as "(Reporting by …; Editing by …)". */
    static boolean isCredit(Tokens paragraph) {
        int at = 0;
        while (at < paragraph.size()
                && at < 2
                && !paragraph.get(at).word()
                && !paragraph.get(at).lower().equals("©")) {
            at++;
        }
        if (at >= paragraph.size()) {
            return paragraph.size() <= 2;
        }
        String first = paragraph.get(at).lower();
        if (first.equals("additional") && at + 1 < paragraph.size()) {
            at++;
            first = paragraph.get(at).lower();
        }
        if (!WORDS.in(Mark.CREDIT, first)) {
            return false;
        }
        String second = at + 1 < paragraph.size() ? paragraph.get(at + 1).lower() : "";
        return second.equals("by") || second.equals(":") || first.equals("copyright") || first.equals("©");
    }

    /**
     * How many tokens at the beginning of the paragraph are a dateline or an agency's name, "BELGRADE, Sept 17 (Reuters) –", "KABUL,
     * Afghanistan --", "AP -"; 0 if none.
     */
    static int datelineEnd(Tokens paragraph) {
        int end = 0;
        for (int i = 0; i < LONGEST_PREFIX; i++) {
            int next = agencyEnd(paragraph, end);
            next = next == end ? datelineEnd(paragraph, end) : next;
            if (next == end) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static int datelineEnd(Tokens paragraph, int from) {
        if (WORDS.in(Mark.ACTOR, paragraph.get(from).lower())) {
            return from; // "U.N.: talks must go on"
        }
        boolean shouted = shouted(paragraph.get(from));
        boolean town = shouted
                && (paragraph.get(from).text().length() >= SHORTEST_TOWN
                        || from + 1 < paragraph.size()
                                && !paragraph.get(from + 1).lower().equals(","));
        boolean credited = from == 0 && plain(paragraph);
        boolean inside = false;
        boolean comma = false;
        int limit = Math.min(paragraph.size(), from + LONGEST_DATELINE);
        for (int i = from; i < limit; i++) {
            Token token = paragraph.get(i);
            String lower = token.lower();
            if (lower.equals("(")) {
                inside = true;
            } else if (lower.equals(")")) {
                inside = false;
                credited = true;
            } else if (i > from && divides(paragraph, i, shouted || credited)) {
                return (shouted || credited) && i + 1 < paragraph.size() ? i + 1 : from;
            } else if (!inside && !placeOrDate(token, shouted && !(town && comma))) {
                return from;
            }
            comma |= lower.equals(",");
        }
        return from;
    }

    /** "Kisumu - Kenya's envoy has …", "Kisumu/Nairobi - …": towns in small letters before a whole sentence. */
    private static boolean plain(Tokens paragraph) {
        int at = 1;
        while (at + 1 < paragraph.size()
                && at < SHORTEST_TOWN
                && paragraph.get(at).lower().equals("/")) {
            at += 2;
        }
        return paragraph.size() > LONGEST_DATELINE
                && paragraph.get(0).capitalised()
                && divides(paragraph, at, false)
                && at + 1 < paragraph.size()
                && paragraph.get(at + 1).capitalised();
    }

    /** The end of an agency's name before a dash, "Canadian Press -", or in parentheses, "(AP)"; {@code from} if there is none. */
    private static int agencyEnd(Tokens paragraph, int from) {
        boolean bracket = paragraph.get(from).lower().equals("(");
        int at = bracket ? from + 1 : from;
        for (int words = 1; words <= 2 && at + words + 1 < paragraph.size(); words++) {
            String name = words == 1
                    ? paragraph.get(at).lower()
                    : paragraph.get(at).lower() + " " + paragraph.get(at + 1).lower();
            int after = at + words;
            boolean closed = bracket ? paragraph.get(after).lower().equals(")") : divides(paragraph, after, false);
            if (closed && AGENCIES.contains(name)) {
                return bracket && divides(paragraph, after + 1, true) ? after + 2 : after + 1;
            }
        }
        return from;
    }

    /**
     * How many tokens at the beginning of a headline only say what kind of piece it is, "UPDATE 2-", "WATCH |", "EXCLUSIVE:"; 0 if none.
     */
    static int labelEnd(Tokens headline) {
        int i = 0;
        while (i < headline.size()
                && (WORDS.in(Mark.LABEL, headline.get(i).lower()) || i > 0 && numbered(headline.get(i)))) {
            i++;
        }
        boolean label = i > 0
                && i + 1 < headline.size()
                && LABEL_ENDS.contains(headline.get(i).lower());
        return label ? i + 1 : 0;
    }

    private static boolean numbered(Token token) {
        return token.number() || token.lower().equals("news");
    }

    private static boolean divides(Tokens tokens, int i, boolean colon) {
        if (i >= tokens.size()) {
            return false;
        }
        String lower = tokens.get(i).lower();
        return lower.equals("–") || lower.equals("-") && spaced(tokens, i) || lower.equals(":") && colon;
    }

    private static boolean placeOrDate(Token token, boolean shouted) {
        return token.lower().equals(",")
                || token.lower().equals("/")
                || token.lower().equals(".")
                || token.lower().equals("-")
                || MonthNames.isName(token.lower())
                || token.number()
                || (shouted ? shouted(token) : token.capitalised());
    }

    private static boolean spaced(Tokens tokens, int i) {
        return tokens.get(i - 1).end() < tokens.get(i).begin()
                && (i + 1 == tokens.size()
                        || tokens.get(i).end() < tokens.get(i + 1).begin());
    }

    private static boolean shouted(Token token) {
        String text = token.text();
        return text.length() > 1
                && text.chars().noneMatch(Character::isLowerCase)
                && Character.isUpperCase(text.charAt(0));
    }
}
