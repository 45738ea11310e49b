/** The event lexicon: what verbs, nouns and judging words say of events, read from tables. */
@NullMarked
package io.entente.coder.rules.lexicon;

import org.jspecify.annotations.NullMarked;
