package io.entente.cli;

import io.entente.actor.Gazetteer;
import io.entente.alert.AlertPolicies;
import io.entente.alert.AlertPolicy;
import io.entente.config.Settings;
import io.entente.registry.AvroSerdes;
import io.entente.serve.Serving;
import io.entente.statement.Coder;
import io.entente.statement.StatementCoder;
import io.entente.topology.Topics;

/** The parts that settings choose: the coder with its dictionaries, the alert policy. */
final class Parts {
    private Parts() {}

    static Coder coder(Settings settings) {
        return StatementCoder.of(gazetteer(settings));
    }

    private static Gazetteer gazetteer(Settings settings) {
        return settings.dictionaries().map(Gazetteer::load).orElseGet(Gazetteer::load);
    }

    /** Starts SERVE. */
    static Serving serving(Settings settings) {
        Gazetteer gazetteer = gazetteer(settings);
        Topics topics = Topics.of(settings, new AvroSerdes(settings.serdeConfig()));
        return Serving.start(settings, topics, StatementCoder.of(gazetteer), gazetteer, Serving.meters());
    }

    static AlertPolicy policy(Settings settings) {
        try {
            return settings.alerts().map(AlertPolicies::read).orElseGet(AlertPolicies::builtIn);
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }
}
