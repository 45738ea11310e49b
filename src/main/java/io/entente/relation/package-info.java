/** From statements to events and relation windows. */
@NullMarked
package io.entente.relation;

import org.jspecify.annotations.NullMarked;
