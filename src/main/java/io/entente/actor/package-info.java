/** Who is meant: mentions of countries, blocs, their organs and their people, resolved at the article's date. */
@NullMarked
package io.entente.actor;

import org.jspecify.annotations.NullMarked;
