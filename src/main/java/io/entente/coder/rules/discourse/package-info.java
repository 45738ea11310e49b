/** Who takes part in an act that its own clause does not name: by the place of the act, by what was reported before. */
@NullMarked
package io.entente.coder.rules.discourse;

import org.jspecify.annotations.NullMarked;
