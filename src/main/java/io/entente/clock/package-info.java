/** Event time: ticks that carry watermarks in the data, and the clocks that make and read them. */
@NullMarked
package io.entente.clock;

import org.jspecify.annotations.NullMarked;
