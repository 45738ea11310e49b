/** The extractor by rules: what the clauses and nouns of a sentence say by the event lexicon. */
@NullMarked
package io.entente.coder.rules;

import org.jspecify.annotations.NullMarked;
