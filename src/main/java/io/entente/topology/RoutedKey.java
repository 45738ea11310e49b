package io.entente.topology;

/**
 * A key on its way into a topic, with the partition where it belongs.
 *
 * @param text the key as consumers see it
 * @param partition a partition's number, {@link #BY_PAIR} or {@link #EVERY}
 */
record RoutedKey(String text, int partition) {
    /** The partition of the key's pair. */
    static final int BY_PAIR = -1;
    /** Every partition of the topic. */
    static final int EVERY = -2;

    static RoutedKey byPair(String text) {
        return new RoutedKey(text, BY_PAIR);
    }

    static RoutedKey toEvery(String text) {
        return new RoutedKey(text, EVERY);
    }

    static RoutedKey to(int partition, String text) {
        return new RoutedKey(text, partition);
    }
}
