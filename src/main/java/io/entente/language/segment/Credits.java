package io.entente.language.segment;

import java.util.Set;

/** Recognises what wire copy carries around its sentences: the dateline before the first, credits behind the last. */
final class Credits {
    private static final int LONGEST_DATELINE = 18;
    private static final Set<String> CREDITS =
            Set.of("reporting", "editing", "writing", "compiled", "copyright", "©", "photo", "photograph");
    private static final Set<String> MONTHS = Set.of(
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
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "jan.",
            "feb.",
            "mar.",
            "apr.",
            "jun.",
            "jul.",
            "aug.",
            "sep.",
            "sept.",
            "oct.",
            "nov.",
            "dec.");

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
        if (!CREDITS.contains(first)) {
            return false;
        }
        String second = at + 1 < paragraph.size() ? paragraph.get(at + 1).lower() : "";
        return second.equals("by") || second.equals(":") || first.equals("copyright") || first.equals("©");
    }

    /** How many tokens at the beginning of the paragraph are a dateline, "BELGRADE, Sept 17 (Reuters) –"; 0 if none. */
    static int datelineEnd(Tokens paragraph) {
        boolean shouted = shouted(paragraph.get(0));
        boolean credited = false;
        boolean inside = false;
        int limit = Math.min(paragraph.size(), LONGEST_DATELINE);
        for (int i = 0; i < limit; i++) {
            Token token = paragraph.get(i);
            String lower = token.lower();
            if (lower.equals("(")) {
                inside = true;
            } else if (lower.equals(")")) {
                inside = false;
                credited = true;
            } else if (i > 0
                    && (lower.equals("–")
                            || (lower.equals("-") && spaced(paragraph, i))
                            || (lower.equals(":") && shouted))) {
                return (shouted || credited) && i + 1 < paragraph.size() ? i + 1 : 0;
            } else if (!inside && !placeOrDate(token, shouted)) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean placeOrDate(Token token, boolean shouted) {
        return token.lower().equals(",")
                || token.lower().equals("/")
                || token.lower().equals(".")
                || token.lower().equals("-")
                || MONTHS.contains(token.lower())
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
