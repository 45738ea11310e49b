/** From raw text to sentences and tokens. */
@NullMarked
package io.entente.language;

import org.jspecify.annotations.NullMarked;
