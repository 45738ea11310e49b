/** Digests that ids and tags are made of. */
@NullMarked
package io.entente.digest;

import org.jspecify.annotations.NullMarked;
