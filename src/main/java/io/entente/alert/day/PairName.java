package io.entente.alert.day;

/**
 * What an alert is about: a pair as its key names it, or the whole feed. Unlike {@code relation.Pair} it need not be two actors.
 *
 * @param name both codes in alphabetical order, e.g. {@code CHN-RUS}; {@link #FEED} for the whole feed
 * @param first the first code
 * @param second the second code
 */
public record PairName(String name, String first, String second) {
    /** Stands for the whole feed. */
    public static final String FEED = "*";

    public static PairName of(String name) {
        int dash = name.indexOf('-');
        return dash < 0
                ? new PairName(name, "", "")
                : new PairName(name, name.substring(0, dash), name.substring(dash + 1));
    }

    /** The pair of a key {@code CHN-RUS|…}. */
    public static String ofKey(String key) {
        return key.substring(0, key.indexOf('|'));
    }

    public String source(boolean forward) {
        return forward ? first : second;
    }

    public String target(boolean forward) {
        return forward ? second : first;
    }
}
