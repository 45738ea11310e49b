/** The stages as Kafka Streams applications: topics, and one topology a stage round its Kafka-free core. */
@NullMarked
package io.entente.topology;

import org.jspecify.annotations.NullMarked;
