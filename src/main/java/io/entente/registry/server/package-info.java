/**
 * A schema registry inside the process, for the demo and for tests: the Confluent REST API over the compacted topic
 * {@code _schemas}, whose records are those of the Confluent Schema Registry. Avro only.
 */
@NullMarked
package io.entente.registry.server;

import org.jspecify.annotations.NullMarked;
