/** What RELATE keeps of statements, as rows of tables. */
@NullMarked
package io.entente.relation.row;

import org.jspecify.annotations.NullMarked;
