/** Wikipedia's Current events portal: a page of world news a day, since 2002. */
@NullMarked
package io.entente.collect.portal;

import org.jspecify.annotations.NullMarked;
