/** What a sentence as a whole tells although no verb or noun has both actors in its own places. */
@NullMarked
package io.entente.coder.rules.inference;

import org.jspecify.annotations.NullMarked;
