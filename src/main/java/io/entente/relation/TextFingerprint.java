package io.entente.relation;

import java.util.Arrays;

/**
 * The words of a statement, made ready for comparison: its content words (without the actors and the trigger) with their
 * weights, and the pairs of neighbouring words of the whole sentence. Immutable.
 */
final class TextFingerprint {
    /** Total weight below which a wording is {@link #light}. */
    static final double LIGHT = 1;

    /** Which part of the lighter one's content words two copies share at least, by weight. */
    static final double SAME_MATTER = 0.6;

    private static final double ROUNDING = 1e-4;
    private static final int FEW_WORDS = 7;
    private static final double CONTAINED = 0.85;
    private static final double TOLL_ONLY = 0.8;
    private static final double SAME_WORDS = 0.85;
    private static final double OTHER_NAMES = 0.6;
    private static final double OTHER_NUMBERS = 0.85;
    private static final double OTHER_DAY = 0.6;

    private final int[] words;
    private final float[] weights;
    private final byte[] classes;
    private final int[] bigrams;
    /** Sums of the 0, 1, 2, … heaviest words' weights. */
    private final float[] heaviest;

    private final float total;
    private final long wordMask;
    private final long bigramMask;

    /**
     * @param words hashes of the content words, ascending
     * @param weights of the words
     * @param classes ordinals of the words' {@link WordClass}
     * @param bigrams hashes of all pairs of neighbouring words, ascending
     */
    TextFingerprint(int[] words, float[] weights, byte[] classes, int[] bigrams) {
        this.words = words;
        this.weights = weights;
        this.classes = classes;
        this.bigrams = bigrams;
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

    /** Total weight of the content words. */
    double total() {
        return total;
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
        return light() == other.light() && mostCommon(other) >= matter && copyOf(other, bound, commonWeight(other));
    }

    private boolean copyOf(TextFingerprint other, double bound, double commonWeight) {
        if (light() != other.light() || commonWeight < SAME_MATTER * Math.min(total, other.total)) {
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
        return !apart(other, WordClass.NAME)
                && !apart(other, WordClass.TIME)
                && (jaccard >= TOLL_ONLY || !apart(other, WordClass.NUMBER));
    }

    /**
     * Whether it is a copy of the other or, coming from another source, {@link #likeness like} enough.
     */
    boolean joins(TextFingerprint other, double copyBound, double reportBound, boolean otherSource) {
        double enough = enough(total, other.total, reportBound) - ROUNDING;
        if (mostCommon(other) < enough) {
            return false;
        }
        double common = commonWeight(other);
        return common >= enough
                && (copyOf(other, copyBound, common)
                        || (otherSource
                                && jaccard(other, common) >= reportBound
                                && likeness(other, common) >= reportBound));
    }

    /** What two wordings of these total weights have in common at least, if one is a copy of the other or like it. */
    static double enough(double total, double other, double reportBound) {
        return Math.min(reportBound / (1 + reportBound) * (total + other), SAME_MATTER * Math.min(total, other));
    }

    /** No less than the weight of the common words, and quickly found. */
    private double mostCommon(TextFingerprint other) {
        int own = words.length - Long.bitCount(wordMask & ~other.wordMask);
        int others = other.words.length - Long.bitCount(other.wordMask & ~wordMask);
        return Math.min(heaviest[own], other.heaviest[others]);
    }

    /** Weighted Jaccard coefficient of the content words, 0 to 1, lowered where both name places, days or numbers and these differ. */
    double likeness(TextFingerprint other) {
        return likeness(other, commonWeight(other));
    }

    private double likeness(TextFingerprint other, double commonWeight) {
        return jaccard(other, commonWeight)
                * (apart(other, WordClass.NAME) ? OTHER_NAMES : 1)
                * (apart(other, WordClass.NUMBER) ? OTHER_NUMBERS : 1)
                * (apart(other, WordClass.TIME) ? OTHER_DAY : 1);
    }

    /** Which part of the shorter one's content words the other has too, by weight, 0 to 1; 0 for a single word. */
    double overlap(TextFingerprint other) {
        int fewer = Math.min(words.length, other.words.length);
        return fewer < 2 ? 0 : commonWeight(other) / Math.min(total, other.total);
    }

    /** Whether each names places, persons or days that the other does not. */
    boolean namesOthersThan(TextFingerprint other) {
        return apart(other, WordClass.NAME) || apart(other, WordClass.TIME);
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

    /** Whether each has words of {@code kind} that the other lacks. */
    private boolean apart(TextFingerprint other, WordClass kind) {
        return lacks(other, kind) && other.lacks(this, kind);
    }

    private boolean lacks(TextFingerprint other, WordClass kind) {
        for (int i = 0; i < words.length; i++) {
            if (classes[i] == kind.ordinal() && Arrays.binarySearch(other.words, words[i]) < 0) {
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
