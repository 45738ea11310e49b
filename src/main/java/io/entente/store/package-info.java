/** The small store interface on which the stage cores keep their state, and its implementation in memory. */
@NullMarked
package io.entente.store;

import org.jspecify.annotations.NullMarked;
