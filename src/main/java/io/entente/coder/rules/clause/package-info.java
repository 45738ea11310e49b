/** Clauses with their actors: who fills which role, and how factual what they say is. */
@NullMarked
package io.entente.coder.rules.clause;

import org.jspecify.annotations.NullMarked;
