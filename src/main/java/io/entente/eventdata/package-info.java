/** Third-party event data (GDELT, ICEWS, POLECAT, PLOVER) read as statements. */
@NullMarked
package io.entente.eventdata;

import org.jspecify.annotations.NullMarked;
