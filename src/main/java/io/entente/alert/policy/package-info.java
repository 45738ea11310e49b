/** Thresholds and rules of alerting, read from alerts.yaml. */
@NullMarked
package io.entente.alert.policy;

import org.jspecify.annotations.NullMarked;
