/** Tab-separated tables: read, checked, and read again when they change. */
@NullMarked
package io.entente.table;

import org.jspecify.annotations.NullMarked;
