package io.entente.relation;

import java.util.Arrays;

/**
 * The words of a statement, made ready for comparison: its content words (without the names of the actors) with their
 * weights, and the pairs of neighbouring words of the whole sentence. Immutable.
 */
final class TextFingerprint {
    /** Total weight below which a wording is {@link #light}. */
    private static final double LIGHT = 1;

    /** Total weight below which a sentence says little beside its act. */
    private static final double BRIEF = 2.5;

    /** Which part of the lighter one's content words two copies share at least, by weight. */
    private static final double SAME_MATTER = 0.6;

    private static final int FEW_WORDS = 7;
    private static final double CONTAINED = 0.85;
    private static final double TOLL_ONLY = 0.8;
    private static final double SAME_WORDS = 0.88;
    /** Least weight of what two reports of one act share. */
    static final double ENOUGH = 0.25;

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

    private final int[] words;
    private final float[] weights;
    private final byte[] classes;
    private final int[] deeds;
    private final int[] bigrams;
    private final boolean background;
    private final boolean parley;
    /** Sums of the 0, 1, 2, … heaviest words' weights. */
    private final float[] heaviest;

    private final float total;
    private final long wordMask;
    private final long bigramMask;

    /**
     * @param words hashes of the content words, ascending
     * @param weights of the words
     * @param classes ordinals of the words' {@link WordClass}
     * @param deeds hashes of the content words for the act
     * @param bigrams hashes of all pairs of neighbouring words, ascending
     * @param background whether the act is reported as the background of another one
     * @param parley whether it speaks of talks
     */
    TextFingerprint(
            int[] words,
            float[] weights,
            byte[] classes,
            int[] deeds,
            int[] bigrams,
            boolean background,
            boolean parley) {
        this.words = words;
        this.weights = weights;
        this.classes = classes;
        this.deeds = deeds;
        this.bigrams = bigrams;
        this.background = background;
        this.parley = parley;
        this.heaviest = heaviest(weights);
        this.total = heaviest[weights.length];
        this.wordMask = mask(words);
        this.bigramMask = mask(bigrams);
    }

    /** Hashes of the content words, ascending: not to be changed. */
    @SuppressWarnings("MutableArrayReturn") // read millions of times
    int[] words() {
        return words;
    }

    /** Weight of the content word at {@code index}. */
    double weight(int index) {
        return weights[index];
    }

    /** Whether it speaks of talks and of little else: an agreement of that kind is only to go on talking. */
    boolean parley() {
        return parley && total < BRIEF;
    }

    /** Whether it says so little that only its like can be a copy of it. */
    boolean light() {
        return total < LIGHT;
    }

    private static float[] heaviest(float[] weights) {
        float[] ascending = weights.clone();
        Arrays.sort(ascending);
        float[] sums = new float[weights.length + 1];
        for (int i = 0; i < weights.length; i++) {
            sums[i + 1] = sums[i] + ascending[weights.length - 1 - i];
        }
        return sums;
    }

    private static long mask(int[] hashes) {
        long mask = 0;
        for (int hash : hashes) {
            mask |= 1L << (hash & 63);
        }
        return mask;
    }

    /**
     * Whether one is a copy of the other: edited lightly, cut short, or with another dateline. Another place or another day in an
     * otherwise equal sentence makes another event.
     *
     * @param bound least Jaccard coefficient of the word pairs, 0 to 1
     */
    boolean copyOf(TextFingerprint other, double bound) {
        double matter = SAME_MATTER * Math.min(total, other.total);
        if (light() != other.light() || mostCommon(other) < matter) {
            return false;
        }
        double commonWeight = commonWeight(other);
        if (commonWeight < matter) {
            return false;
        }
        int fewer = Math.min(bigrams.length, other.bigrams.length);
        int most = Math.min(
                bigrams.length - Long.bitCount(bigramMask & ~other.bigramMask),
                other.bigrams.length - Long.bitCount(other.bigramMask & ~bigramMask));
        if (most < bound / 2 * fewer) {
            return false;
        }
        int common = common(bigrams, other.bigrams);
        double jaccard = common == 0 ? 0 : (double) common / (bigrams.length + other.bigrams.length - common);
        boolean contained = fewer >= FEW_WORDS && common >= CONTAINED * fewer;
        boolean reordered =
                jaccard >= bound / 2 && words.length >= FEW_WORDS && jaccard(other, commonWeight) >= SAME_WORDS;
        if (jaccard < bound && !contained && !reordered) {
            return false;
        }
        return !apart(other, WordClass.NAME, WordClass.PLACE)
                && !apart(other, WordClass.TIME)
                && (jaccard >= TOLL_ONLY || !apart(other, WordClass.NUMBER));
    }

    /** No less than the weight of the common words, and quickly found. */
    private double mostCommon(TextFingerprint other) {
        int own = words.length - Long.bitCount(wordMask & ~other.wordMask);
        int others = other.words.length - Long.bitCount(other.wordMask & ~wordMask);
        return Math.min(heaviest[own], other.heaviest[others]);
    }

    /**
     * How likely it is that two reports of one source and target are about one act, 0 to 1: a logistic regression on the labelled acts.
     * What they share beside the deed counts most, in total and as a part of what the shorter one says.
     *
     * @param prior what is known of the two beside their words, in logits
     */
    double likeness(TextFingerprint other, double prior) {
        if (mostCommon(other) < ENOUGH) {
            return 0;
        }
        double common = 0;
        double deed = 0;
        double own = 0;
        double others = 0;
        boolean number = false;
        for (int i = 0, j = 0; i < words.length || j < other.words.length; ) {
            int order = order(i, other, j);
            int word = order <= 0 ? words[i] : other.words[j];
            boolean ofDeed = deedAt(word) || other.deedAt(word);
            own += order <= 0 && !ofDeed ? weights[i] : 0;
            others += order >= 0 && !ofDeed ? other.weights[j] : 0;
            if (order == 0) {
                double weight = Math.min(weights[i], other.weights[j]);
                common += weight;
                number |= classes[i] == WordClass.NUMBER.ordinal();
                if (ofDeed) {
                    deed += weight;
                }
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        if (common < ENOUGH) {
            return 0;
        }
        double matter = common - deed;
        double least = Math.min(own, others);
        boolean otherNames = apart(other, WordClass.NAME, WordClass.PLACE);
        boolean places = apart(other, WordClass.PLACE);
        boolean vague = deed > 0 && !otherNames && least < VAGUE;
        boolean followUp = deed > 0 && !places && (background || other.background);
        double score = prior
                + MATTER * Math.min(matter, MOST_MATTER)
                + PART * Math.min(1, matter / (least + ROUND_OFF))
                + (number ? SAME_NUMBER : 0)
                + (otherNames ? OTHER_NAMES : 0)
                + (places ? OTHER_PLACES : 0)
                + (apart(other, WordClass.NUMBER) ? OTHER_NUMBERS : 0)
                + (!followUp && apart(other, WordClass.TIME) ? OTHER_DAY : 0)
                + (followUp ? FOLLOW_UP : vague ? SAID_VAGUELY : 0);
        return 1 / (1 + Math.exp(-score));
    }

    private int order(int i, TextFingerprint other, int j) {
        if (i == words.length || j == other.words.length) {
            return i == words.length ? 1 : -1;
        }
        return Integer.compare(words[i], other.words[j]);
    }

    private boolean deedAt(int word) {
        for (int deed : deeds) {
            if (deed == word) {
                return true;
            }
        }
        return false;
    }

    /** Which part of the shorter one's content words the other has too, by weight, 0 to 1; 0 for a single word. */
    double overlap(TextFingerprint other) {
        int fewer = Math.min(words.length, other.words.length);
        return fewer < 2 ? 0 : commonWeight(other) / Math.min(total, other.total);
    }

    /** Whether each names places or days that the other does not. */
    boolean elsewhereThan(TextFingerprint other) {
        return apart(other, WordClass.PLACE) || apart(other, WordClass.TIME);
    }

    private double jaccard(TextFingerprint other, double commonWeight) {
        double all = total + other.total - commonWeight;
        return all <= 0 ? 0 : commonWeight / all;
    }

    private double commonWeight(TextFingerprint other) {
        double sum = 0;
        for (int i = 0, j = 0; i < words.length && j < other.words.length; ) {
            int a = words[i];
            int b = other.words[j];
            if (a == b) {
                sum += Math.min(weights[i], other.weights[j]);
            }
            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }
        return sum;
    }

    /** Whether each has words of {@code kinds} that the other lacks. */
    private boolean apart(TextFingerprint other, WordClass... kinds) {
        return lacks(other, kinds) && other.lacks(this, kinds);
    }

    private boolean lacks(TextFingerprint other, WordClass... kinds) {
        for (int i = 0; i < words.length; i++) {
            if (isOf(classes[i], kinds) && Arrays.binarySearch(other.words, words[i]) < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(byte kind, WordClass... kinds) {
        for (WordClass one : kinds) {
            if (kind == one.ordinal()) {
                return true;
            }
        }
        return false;
    }

    private static int common(int[] a, int[] b) {
        int common = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            int x = a[i];
            int y = b[j];
            common += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }
        return common;
    }
}
