/** Alerts of several pairs as one story. */
@NullMarked
package io.entente.alert.episode;

import org.jspecify.annotations.NullMarked;
