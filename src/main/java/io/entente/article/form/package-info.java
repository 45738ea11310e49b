/** The forms in which people have articles: what a file is, and one reader a form. */
@NullMarked
package io.entente.article.form;

import org.jspecify.annotations.NullMarked;
