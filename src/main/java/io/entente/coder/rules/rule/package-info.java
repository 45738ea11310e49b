/** The rules: from clauses and nouns to candidate events. */
@NullMarked
package io.entente.coder.rules.rule;

import org.jspecify.annotations.NullMarked;
