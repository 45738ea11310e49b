/** Articles as JSON: objects of Entente's own form and of those that news services and crawlers write. */
@NullMarked
package io.entente.article.json;

import org.jspecify.annotations.NullMarked;
