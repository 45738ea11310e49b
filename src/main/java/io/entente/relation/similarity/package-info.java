/** How alike two statements are told: copies, and reports of one act in other words. */
@NullMarked
package io.entente.relation.similarity;

import org.jspecify.annotations.NullMarked;
