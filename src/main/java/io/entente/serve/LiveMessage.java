package io.entente.serve;

/**
 * A message of the live stream.
 *
 * @param number counts from 1
 * @param name its kind
 * @param id what a client sends back when it comes again
 * @param data JSON
 */
record LiveMessage(long number, String name, String id, String data) {}
