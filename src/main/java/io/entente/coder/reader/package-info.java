/** The learned reader: a small encoder that judges each ordered pair of actors in a stretch of text, beside the rules. */
@NullMarked
package io.entente.coder.reader;

import org.jspecify.annotations.NullMarked;
