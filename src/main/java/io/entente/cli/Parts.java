package io.entente.cli;

import io.entente.actor.Gazetteer;
import io.entente.alert.AlertPolicies;
import io.entente.alert.AlertPolicy;
import io.entente.config.Settings;
import io.entente.statement.Coder;
import io.entente.statement.StatementCoder;

/** The parts that settings choose: the coder with its dictionaries, the alert policy. */
final class Parts {
    private Parts() {}

    static Coder coder(Settings settings) {
        return StatementCoder.of(settings.dictionaries().map(Gazetteer::load).orElseGet(Gazetteer::load));
    }

    static AlertPolicy policy(Settings settings) {
        try {
            return settings.alerts().map(AlertPolicies::read).orElseGet(AlertPolicies::builtIn);
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }
}
