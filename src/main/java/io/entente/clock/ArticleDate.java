package io.entente.clock;

import java.time.Instant;

/**
 * What the clock must know of an article.
 *
 * @param id identifies it: a second delivery supports nothing
 * @param outlet who published it; empty if nobody says
 * @param publishedAt its event time
 */
public record ArticleDate(String id, String outlet, Instant publishedAt) {}
