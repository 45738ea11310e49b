/** The seam between the coder and its extractors: what an extractor is given, and the events that it gives back. */
@NullMarked
package io.entente.coder.extract;

import org.jspecify.annotations.NullMarked;
