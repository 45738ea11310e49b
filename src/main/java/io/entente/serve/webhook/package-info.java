/**
 * Notifies other systems of alerts: one thread, one consumer group and one {@link io.entente.serve.webhook.Outbox} for each target of the configuration. What a
 * target has been sent, and what it is still to be sent, follows from the topic and the group's committed places alone.
 */
@NullMarked
package io.entente.serve.webhook;

import org.jspecify.annotations.NullMarked;
