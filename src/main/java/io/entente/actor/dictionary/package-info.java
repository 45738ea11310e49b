/** Names and descriptions of actors: dictionary files, and the lexicon made of them. */
@NullMarked
package io.entente.actor.dictionary;

import org.jspecify.annotations.NullMarked;
