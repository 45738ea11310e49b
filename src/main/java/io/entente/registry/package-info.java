/**
 * Avro records in the Confluent wire format, and a thin client of the Confluent Schema Registry's REST API. Configured with
 * Confluent's own key names, so that its serde can take the place of ours ({@code entente.serde.avro}).
 */
@NullMarked
package io.entente.registry;

import org.jspecify.annotations.NullMarked;
