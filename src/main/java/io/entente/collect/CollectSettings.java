package io.entente.collect;

import java.time.Duration;
import java.util.List;

/**
 * How feeds are polled.
 *
 * @param interval between two polls of a feed, unless it asks for more
 * @param maxAge up to what age an entry is taken
 * @param future how far ahead of the clock an entry may be dated; what is further ahead waits
 * @param contact how a publisher can reach whoever collects; empty if that is not said
 * @param networks that are not public and may be asked all the same
 */
public record CollectSettings(
        Duration interval, Duration maxAge, Duration future, String contact, List<String> networks) {}
