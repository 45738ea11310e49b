/** Running the stages: dead letters, limits, lifecycle. */
@NullMarked
package io.entente.ops;

import org.jspecify.annotations.NullMarked;
