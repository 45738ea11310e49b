package io.entente.collect;

import java.time.Duration;

/**
 * How feeds are polled.
 *
 * @param interval between two polls of a feed, unless it asks for more
 * @param maxAge up to what age an entry is taken
 * @param future how far ahead of the clock an entry may be dated; what is further ahead waits
 * @param fullText whether the page of an entry is read that has only a teaser
 */
public record CollectSettings(Duration interval, Duration maxAge, Duration future, boolean fullText) {}
