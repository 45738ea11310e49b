/** Articles on their way into a cluster: from files at a pace, from the web as they appear. */
@NullMarked
package io.entente.cli.feed;

import org.jspecify.annotations.NullMarked;
