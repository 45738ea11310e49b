/** Reading and validating articles. */
@NullMarked
package io.entente.article;

import org.jspecify.annotations.NullMarked;
