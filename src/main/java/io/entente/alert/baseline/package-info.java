/** What is usual for a pair, and how surprising a day is against it. */
@NullMarked
package io.entente.alert.baseline;

import org.jspecify.annotations.NullMarked;
