package io.entente.relation.similarity;

/**
 * How likely it is that two reports of one source and target are about one act: a logistic regression on the labelled acts. What they share
 * beside the deed counts most, in total and as a part of what the shorter one says.
 */
final class Likeness {
    private static final double MATTER = 1.15;
    private static final double MOST_MATTER = 4;
    private static final double PART = 2.0;
    private static final double ROUND_OFF = 0.3;
    private static final double SAME_NUMBER = 1;
    private static final double OTHER_NAMES = -1.1;
    private static final double OTHER_PLACES = -1.45;
    private static final double OTHER_DAY = -0.75;
    private static final double OTHER_NUMBERS = -0.85;
    private static final double VAGUE = 0.6;
    private static final double SAID_VAGUELY = 1;
    private static final double FOLLOW_UP = 2;

    private final TextFingerprint one;
    private final TextFingerprint other;
    private double common;
    private double deed;
    private double least;
    private boolean number;

    private Likeness(TextFingerprint one, TextFingerprint other) {
        this.one = one;
        this.other = other;
    }

    /** The likeness, 0 to 1; {@code prior} is what is known of the two beside their words, in logits. */
    static double of(TextFingerprint one, TextFingerprint other, double prior) {
        Likeness likeness = new Likeness(one, other);
        likeness.compare();
        return likeness.common < TextFingerprint.ENOUGH ? 0 : 1 / (1 + Math.exp(-prior - likeness.evidence()));
    }

    /** Weighs what the two share, the part of the deed in it, and what the shorter one says beside the deed. */
    private void compare() {
        int[] words = one.words();
        int[] otherWords = other.words();
        double own = 0;
        double others = 0;
        for (int i = 0, j = 0; i < words.length || j < otherWords.length; ) {
            int order = order(words, i, otherWords, j);
            int word = order <= 0 ? words[i] : otherWords[j];
            boolean ofDeed = one.deedAt(word) || other.deedAt(word);
            own += order <= 0 && !ofDeed ? one.weight(i) : 0;
            others += order >= 0 && !ofDeed ? other.weight(j) : 0;
            if (order == 0) {
                double weight = Math.min(one.weight(i), other.weight(j));
                common += weight;
                number |= one.kind(i) == WordClass.NUMBER;
                deed += ofDeed ? weight : 0;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        least = Math.min(own, others);
    }

    private static int order(int[] words, int i, int[] otherWords, int j) {
        if (i == words.length || j == otherWords.length) {
            return i == words.length ? 1 : -1;
        }
        return Integer.compare(words[i], otherWords[j]);
    }

    private double evidence() {
        double matter = common - deed;
        boolean otherNames = one.apart(other, WordClass.NAME, WordClass.PLACE);
        boolean places = one.apart(other, WordClass.PLACE);
        boolean vague = deed > 0 && !otherNames && least < VAGUE;
        boolean followUp = deed > 0 && !places && (one.background() || other.background());
        return MATTER * Math.min(matter, MOST_MATTER)
                + PART * Math.min(1, matter / (least + ROUND_OFF))
                + (number ? SAME_NUMBER : 0)
                + (otherNames ? OTHER_NAMES : 0)
                + (places ? OTHER_PLACES : 0)
                + (one.apart(other, WordClass.NUMBER) ? OTHER_NUMBERS : 0)
                + (!followUp && one.apart(other, WordClass.TIME) ? OTHER_DAY : 0)
                + (followUp ? FOLLOW_UP : vague ? SAID_VAGUELY : 0);
    }
}
