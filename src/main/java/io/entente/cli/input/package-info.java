/** What commands are given: options, files, dates, brokers; and what is wrong with them. */
@NullMarked
package io.entente.cli.input;

import org.jspecify.annotations.NullMarked;
