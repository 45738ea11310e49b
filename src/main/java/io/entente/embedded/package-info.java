/** A Kafka broker inside the process, for the demo and for tests. */
@NullMarked
package io.entente.embedded;

import org.jspecify.annotations.NullMarked;
