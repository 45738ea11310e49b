package io.entente.eventdata;

/**
 * What became of the lines of event data.
 *
 * @param lines read, headers and empty ones aside
 * @param statements written
 * @param repeated said again what was there
 * @param withoutPair about fewer than two countries or blocs
 * @param malformed could not be used
 */
public record ImportCounts(long lines, long statements, long repeated, long withoutPair, long malformed) {}
