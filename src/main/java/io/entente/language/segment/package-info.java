/** Text to sentences and tokens, and the language that it is in. */
@NullMarked
package io.entente.language.segment;

import org.jspecify.annotations.NullMarked;
