package io.entente.alert;

/**
 * A pair of actors.
 *
 * @param name both codes in alphabetical order, e.g. {@code CHN-RUS}; {@link #FEED} for the whole feed
 * @param first the first code
 * @param second the second code
 */
record PairName(String name, String first, String second) {
    /** Stands for the whole feed. */
    static final String FEED = "*";

    static PairName of(String name) {
        int dash = name.indexOf('-');
        return dash < 0
                ? new PairName(name, "", "")
                : new PairName(name, name.substring(0, dash), name.substring(dash + 1));
    }

    /** The pair of a key {@code CHN-RUS|…}. */
    static String ofKey(String key) {
        return key.substring(0, key.indexOf('|'));
    }

    String source(boolean forward) {
        return forward ? first : second;
    }

    String target(boolean forward) {
        return forward ? second : first;
    }
}
