/** How commands print: tables, records, progress. */
@NullMarked
package io.entente.cli.output;

import org.jspecify.annotations.NullMarked;
