package io.entente.coder.reader;

/**
 * What the model says of a pair of actors in a window.
 *
 * @param probability that the source says or does anything toward the target
 * @param labels probabilities of the {@link Label}s if so
 * @param statuses probabilities of the statuses if so
 * @param attention how much it looked at each piece of the window
 */
record PairAnswer(float probability, float[] labels, float[] statuses, float[] attention) {}
