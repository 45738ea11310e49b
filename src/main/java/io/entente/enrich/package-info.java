/** The core of ENRICH: articles checked, coded, and dated by the clock of their partition. */
@NullMarked
package io.entente.enrich;

import org.jspecify.annotations.NullMarked;
