package io.entente.collect.web;

import java.time.Duration;

/**
 * Bounds of what is fetched.
 *
 * @param bytes of a body, uncompressed
 * @param time of a request, from the connection to the last byte
 * @param redirects in a row
 * @param gap between two requests to one host, unless its robots.txt asks for more
 * @param workers requests at once, each to another host
 */
public record WebLimits(int bytes, Duration time, int redirects, Duration gap, int workers) {
    /** What suits feeds and pages. */
    public static final WebLimits DEFAULT =
            new WebLimits(4 << 20, Duration.ofSeconds(30), 5, Duration.ofSeconds(1), 16);
}
