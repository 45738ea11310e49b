/** Collects articles from the web: feeds polled for as long as it runs, and Wikipedia's daily list of current events. */
@NullMarked
package io.entente.collect;

import org.jspecify.annotations.NullMarked;
