/** Candidate events of a sentence, and what revises them once all are known. */
@NullMarked
package io.entente.coder.rules.candidate;

import org.jspecify.annotations.NullMarked;
