package io.entente.serve.model;

import java.time.LocalDate;

/**
 * A day of all pairs, or of all of one actor.
 *
 * @param day of UTC
 * @param events asserted and intended events
 * @param cooperation sum of Goldstein intensities above zero
 * @param conflict sum of those below zero, without their sign
 */
public record DayTotals(LocalDate day, int events, double cooperation, double conflict) {}
