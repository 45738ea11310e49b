/** Backtests: what ALERT says of a feed's past, compared with the crises and thaws that history records. */
@NullMarked
package io.entente.backtest;

import org.jspecify.annotations.NullMarked;
