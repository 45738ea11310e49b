package io.entente.relation.similarity;

import java.util.Arrays;
import java.util.List;

/**
 * The words of a statement, made ready for comparison: its content words (without the names of the actors) with their
 * weights, and the pairs of neighbouring words of the whole sentence. Immutable.
 */
public final class TextFingerprint {
    /** Least weight of what two reports of one act share. */
    public static final double ENOUGH = 0.25;

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
    private static final WordClass[] KINDS = WordClass.values();

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
    public int[] words() {
        return words;
    }

    /** Weight of the content word at {@code index}. */
    public double weight(int index) {
        return weights[index];
    }

    /** Whether it speaks of talks and of little else: an agreement of that kind is only to go on talking. */
    public boolean parley() {
        return parley && total < BRIEF;
    }

    /** Whether it says so little that only its like can be a copy of it. */
    public boolean light() {
        return total < LIGHT;
    }

    /** Whether it says beside its deed what the deed was about. */
    public boolean telling() {
        double matter = 0;
        for (int i = 0; i < words.length; i++) {
            matter += deedAt(words[i]) ? 0 : weights[i];
        }
        return matter >= LIGHT;
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
    public boolean copyOf(TextFingerprint other, double bound) {
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
     * How likely it is that two reports of one source and target are about one act, 0 to 1 (see {@link Likeness}).
     *
     * @param prior what is known of the two beside their words, in logits
     */
    public double likeness(TextFingerprint other, double prior) {
        return unlike(other) ? 0 : Likeness.of(this, other, prior);
    }

    /** Whether the two cannot share enough to be about one act; false says nothing. */
    public boolean unlike(TextFingerprint other) {
        return mostCommon(other) < ENOUGH;
    }

    WordClass kind(int index) {
        return KINDS[classes[index]];
    }

    /** Whether the act is reported as the background of another one. */
    public boolean background() {
        return background;
    }

    /** Whether a content word is one for the act. */
    boolean deedAt(int word) {
        for (int deed : deeds) {
            if (deed == word) {
                return true;
            }
        }
        return false;
    }

    /** Which part of the shorter one's content words the other has too, by weight, 0 to 1; 0 for a single word. */
    public double overlap(TextFingerprint other) {
        int fewer = Math.min(words.length, other.words.length);
        return fewer < 2 ? 0 : commonWeight(other) / Math.min(total, other.total);
    }

    /** Whether each names places or days that the other does not. */
    public boolean elsewhereThan(TextFingerprint other) {
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
    boolean apart(TextFingerprint other, WordClass... kinds) {
        return lacks(other, kinds) && other.lacks(this, kinds);
    }

    private boolean lacks(TextFingerprint other, WordClass... kinds) {
        for (int i = 0; i < words.length; i++) {
            if (isOf(classes[i], kinds) && !other.has(words[i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether it has a word of that kind that neither {@code other} nor any of {@code more} has. */
    public boolean namesBeyond(WordClass kind, TextFingerprint other, List<TextFingerprint> more) {
        for (int i = 0; i < words.length; i++) {
            int word = words[i];
            if (classes[i] == kind.ordinal()
                    && !other.has(word)
                    && more.stream().noneMatch(one -> one.has(word))) {
                return true;
            }
        }
        return false;
    }

    private boolean has(int word) {
        return Arrays.binarySearch(words, word) >= 0;
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
