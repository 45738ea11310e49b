package io.entente.serve.webhook;

import io.entente.avro.Alert;
import io.entente.avro.AlertState;

/** The kind of message that a target understands. */
enum Shape {
    /** The alert as the API shows it. */
    JSON(true, false),
    /** A message for Slack and what understands its incoming webhooks. */
    SLACK(false, false),
    /** An adaptive card for a Microsoft Teams workflow. */
    TEAMS(false, false),
    /** Alertmanager's API v2. */
    ALERTMANAGER(false, true),
    /** PagerDuty's Events API v2. */
    PAGERDUTY(false, true),
    /** A mail, over SMTP. */
    EMAIL(false, false);

    private final boolean showsProvisional;
    private final boolean holdsAlerts;

    Shape(boolean showsProvisional, boolean holdsAlerts) {
        this.showsProvisional = showsProvisional;
        this.holdsAlerts = holdsAlerts;
    }

    /** Whether {@code next} is worth a message after {@code last} about the same alert: numbers alone are not, nor is what the shape does not show. */
    boolean isNews(Alert last, Alert next) {
        return last.getState() != next.getState()
                || last.getSeverity() != next.getSeverity()
                || (showsProvisional && last.getProvisional() && !next.getProvisional());
    }

    /** Whether the target keeps alerts open until it hears that they have ended. */
    boolean holdsAlerts() {
        return holdsAlerts;
    }

    static boolean isEnd(Alert alert) {
        return alert.getState() != AlertState.OPEN;
    }
}
