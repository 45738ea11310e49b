/** From events to alerts. */
@NullMarked
package io.entente.alert;

import org.jspecify.annotations.NullMarked;
