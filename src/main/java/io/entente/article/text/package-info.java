/** Text as it comes in: encodings, markup, dates and language tags. */
@NullMarked
package io.entente.article.text;

import org.jspecify.annotations.NullMarked;
