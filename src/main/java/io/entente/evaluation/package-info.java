/** How well the coder does on a set that people annotated. */
@NullMarked
package io.entente.evaluation;

import org.jspecify.annotations.NullMarked;
