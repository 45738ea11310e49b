/** The stages one after the other in one thread and without Kafka: what they would make of a feed. */
@NullMarked
package io.entente.replay;

import org.jspecify.annotations.NullMarked;
