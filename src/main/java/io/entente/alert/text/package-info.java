/** What alerts say in words. */
@NullMarked
package io.entente.alert.text;

import org.jspecify.annotations.NullMarked;
