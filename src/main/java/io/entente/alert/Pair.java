package io.entente.alert;

/**
 * A pair of actors.
 *
 * @param name both codes in alphabetical order, e.g. {@code CHN-RUS}; {@link #FEED} for the whole feed
 * @param first the first code
 * @param second the second code
 */
record Pair(String name, String first, String second) {
    /** Stands for the whole feed. */
    static final String FEED = "*";

    static Pair of(String name) {
        int dash = name.indexOf('-');
        return dash < 0 ? new Pair(name, "", "") : new Pair(name, name.substring(0, dash), name.substring(dash + 1));
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
