/** The coder: from an article to directed statements with sentiment toward the target. */
@NullMarked
package io.entente.coder;

import org.jspecify.annotations.NullMarked;
