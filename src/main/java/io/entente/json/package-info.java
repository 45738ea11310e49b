/** Public records as JSON: one rendering for the command line, replay files and the API. */
@NullMarked
package io.entente.json;

import org.jspecify.annotations.NullMarked;
