/** The command line: one class a command. */
@NullMarked
package io.entente.cli;

import org.jspecify.annotations.NullMarked;
