package io.entente.actor;

import io.entente.avro.ActorKind;

/**
 * Where an envoy or a mission is posted.
 *
 * @param code the country or bloc
 * @param kind which of the two it is
 */
public record Post(String code, ActorKind kind) {}
